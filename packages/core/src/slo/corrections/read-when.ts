import type { InputOf } from '@sekisho/contract';
import type { CorrectionProblem } from '@sekisho/contract/errors';
import type { Once, Recurring } from '@sekisho/objectives/corrections';
import { minuteOf } from '@sekisho/objectives/minutes';
import { personOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/context.ts';
import { readDuration, readMoment } from '../../platform/read-input.ts';
import { nextMinute } from '../agreements/minutes.ts';

type Asked = Pick<InputOf<'slo.correct'>, 'from' | 'to' | 'rule' | 'start' | 'for' | 'timeZone'>;

export function badCorrection(problem: CorrectionProblem, part = '', limit = ''): AppError {
  return new AppError('bad-correction', { problem, part, limit });
}

/** The minutes that somebody means. Errors: `bad-correction`, `bad-moment`, `bad-duration`. */
export function readWhen(tx: Tx, asked: Asked): Once | Recurring {
  const once = [asked.from, asked.to].filter((said) => said !== undefined);
  const again = [asked.rule, asked.start, asked.for, asked.timeZone].filter(
    (said) => said !== undefined,
  );
  if (once.length > 0 && again.length > 0) throw badCorrection('two-spans');
  if (again.length > 0) return readRecurring(tx, asked);
  if (once.length === 0) throw badCorrection('no-span');
  return readOnce(tx, asked);
}

/** Widened outwards to whole minutes. Bare times are the last such; an end before its beginning is the next. */
function readOnce(tx: Tx, { from, to }: Asked): Once {
  if (from === undefined) throw badCorrection('half-span', 'from');
  if (to === undefined) throw badCorrection('half-span', 'to');
  const begin = readMoment(tx, 'from', from, 'past') ?? tx.now;
  const past = readMoment(tx, 'to', to, 'past') ?? tx.now;
  const end = past > begin ? past : (readMoment(tx, 'to', to, 'future') ?? tx.now);
  if (end <= begin) throw badCorrection('empty-span', `${from} – ${to}`);
  return { kind: 'once', from: minuteOf(begin.getTime()), to: nextMinute(end) };
}

function readRecurring(tx: Tx, asked: Asked): Recurring {
  const { rule, start, for: length } = asked;
  if (rule === undefined) throw badCorrection('half-rule', 'rule');
  if (start === undefined) throw badCorrection('half-rule', 'start');
  if (length === undefined) throw badCorrection('half-rule', 'for');
  const minutes = Math.ceil(readDuration('for', length) / 60);
  const zone = personOf(tx.config, tx.principal.id)?.timeZone ?? 'UTC';
  return {
    kind: 'recurring',
    rule: rule.toUpperCase().replace(/^RRULE:/, ''),
    start: start.replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T'),
    timeZone: asked.timeZone ?? zone,
    minutes,
  };
}
