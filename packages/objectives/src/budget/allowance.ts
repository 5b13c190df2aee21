import type { Minute, Span } from '../minutes/index.ts';
import { type Ledger, type LedgerPart, type LedgerSums, sumLedger } from './ledger.ts';
import { errorBudget, type MissingPolicy, type Objective } from './objective.ts';
import { weigh } from './weigh.ts';

/** Units of a span, with those that the missing-data policy assumes. */
export interface Judged {
  readonly total: number;
  readonly bad: number;
  /** How many of `total` may be bad: each minute's by the target in force at that minute. */
  readonly allowed: number;
  /** How many of `total` were assumed. */
  readonly assumed: number;
}

/** Units of a span, whatever the target. */
interface Units extends Pick<Judged, 'total' | 'bad' | 'assumed'> {
  /** Units that a missing cell was taken to have had. */
  readonly rate: number;
}

/**
 * What a span holds once its missing cells are decided by the policy; those of each part of a
 * composite first, then the parts are weighed.
 *
 * Where events are counted, missing time is taken to have had the mean traffic of the measured time;
 * where there is no measured time, one event a minute.
 */
export function unitsOf(
  missing: MissingPolicy,
  ledger: Ledger,
  span: Span,
): Pick<Units, 'total' | 'bad'> {
  const { method, parts } = ledger;
  if (parts === undefined) return plainUnits(missing, ledger, span);
  const units = parts.map((part) => ({ ...part, ...unitsOf(missing, part.ledger, span) }));
  return weigh(method, units);
}

function plainUnits(missing: MissingPolicy, ledger: Ledger, span: Span): Units {
  const whole = sumLedger(ledger, span);
  const leftOut = missing === 'exclude' || missing === 'freeze' || whole.missing === 0;
  const rate = leftOut ? 0 : ledger.method.kind === 'occurrences' ? eventsPerMinute(whole) : 1;
  const assumed = whole.missing * rate;
  const bad = missing === 'bad' ? whole.bad + assumed : whole.bad;
  return { total: whole.total + assumed, bad, assumed, rate };
}

/** What a span counts for, and how much of it the targets of its time allow to be bad. */
export function judgeSpan(objective: Objective, ledger: Ledger, span: Span): Judged {
  const { missing, targets } = objective;
  if (ledger.parts !== undefined) return judgeParts(objective, ledger, ledger.parts, span);
  const { rate, ...units } = plainUnits(missing, ledger, span);
  const allowed = targets.reduce((sum, { from, target }, index) => {
    const part = partOf(ledger, span, from, targets[index + 1]?.from ?? span.to);
    const sums = part.to > part.from ? sumLedger(ledger, part) : null;
    return sums === null ? sum : sum + (sums.total + sums.missing * rate) * errorBudget(target);
  }, 0);
  return { ...units, allowed };
}

/** Each part's missing time is decided first; then the parts are weighed. */
function judgeParts(
  objective: Objective,
  { method }: Ledger,
  parts: readonly LedgerPart[],
  span: Span,
): Judged {
  const judged = parts.map(({ weight, ledger }) => ({
    ...judgeSpan(objective, ledger, span),
    weight,
  }));
  const { total, bad } = weigh(method, judged);
  const units = judged.reduce((sum, one) => sum + one.total, 0);
  const scale = units === 0 ? 0 : total / units;
  const sum = (name: 'allowed' | 'assumed') => judged.reduce((all, one) => all + one[name], 0);
  return { total, bad, allowed: sum('allowed') * scale, assumed: sum('assumed') * scale };
}

/** A slice belongs to the target in force at its start. */
function partOf({ cellMinutes: size }: Ledger, span: Span, from: Minute, until: Minute): Span {
  return {
    from: Math.max(span.from, Math.ceil(from / size) * size),
    to: Math.min(span.to, Math.ceil(until / size) * size),
  };
}

function eventsPerMinute({ total, measured }: LedgerSums): number {
  return total === 0 || measured === 0 ? 1 : (total / measured) * 60_000;
}
