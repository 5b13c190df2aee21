import { contract } from '@sekisho/contract';
import type { Minute } from '@sekisho/objectives/minutes';
import { isoOf, minuteOf, msPerMinute } from '@sekisho/objectives/minutes';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { readMoment } from '../platform/read-input.ts';
import { implement } from '../platform/verb.ts';
import { needSlo } from './agreements/need-slo.ts';
import { pagesDuring, pageView } from './alerts/index.ts';
import { type BudgetCurve, curveOf } from './curve.ts';
import { targetViews } from './detail.ts';
import { clockMinute, evaluatorOf, type Look, lookBack } from './evaluate/index.ts';
import { lookAtOne } from './looks.ts';

const usualPoints = 500;
const longestMinutes = 400 * 1440;

export const history = implement(contract['slo.history'], {
  prepare: async ({ house }) => evaluatorOf(house),
  decide: async (tx, { id, from, to, points }, evaluator) => {
    const slo = needSlo(tx.config, id);
    const now = await lookAtOne(tx, evaluator, slo);
    const span = spanAsked(tx, now, from, to);
    const look = await lookBack(tx, evaluator, now, span);
    const curve: BudgetCurve = curveOf(look, span, points ?? usualPoints);
    const [start, end] = [dateOf(span.from), dateOf(span.to)];
    const pages = await pagesDuring(tx, id, start, end);
    return {
      ...{ id, from: isoOf(span.from), to: isoOf(span.to), ...curve },
      targets: targetViews(look),
      corrections: look.mask.declared
        .filter((each) => each.span.from < span.to && each.span.to > span.from)
        .map(({ span: each, correction }) => ({
          ...{ id: correction.id, why: correction.why },
          ...{ from: isoOf(each.from), to: isoOf(each.to) },
        })),
      pages: pages.map((row) => {
        const { why: _why, changed: _changed, ...page } = pageView(tx.config, row);
        return page;
      }),
    };
  },
});

/** The span asked for, at most 400 days of what has happened; the budget's own window without one. */
function spanAsked(tx: Tx, look: Look, from: string | undefined, to: string | undefined) {
  const latest = look.through ?? clockMinute(tx, look.slo);
  const asked = readMoment(tx, 'to', to, 'past');
  const end = asked === undefined ? latest : Math.min(minuteOf(asked.getTime()), latest);
  const since = readMoment(tx, 'from', from, 'past');
  const start = since === undefined ? end - usualLength(look) : minuteOf(since.getTime());
  if (start < end) return { from: Math.max(start, end - longestMinutes), to: end };
  const needed = dateOf(end).toISOString();
  const field = from === undefined ? 'to' : 'from';
  throw new AppError('bad-input', { field, value: from ?? to ?? '', problem: 'not-good', needed });
}

function usualLength({ slo: { window } }: Look): Minute {
  return window.kind === 'rolling' ? window.minutes : 31 * 1440;
}

function dateOf(minute: Minute): Date {
  return new Date(minute * msPerMinute);
}
