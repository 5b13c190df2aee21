import type { AlertPolicy } from '../alerts/index.ts';
import { type Ledger, lastMeasured, type Objective, spanOf } from '../budget/index.ts';
import type { Minute, Span } from '../minutes/index.ts';
import { type SumsByMinute, sumsByMinute } from './sums-by-minute.ts';

/** All that a replay needs of the past, minute by minute, whatever the target. */
export interface HistoryRead {
  /** The minutes judged. */
  readonly at: Float64Array;
  /** 1 where the budget stood still for want of data. */
  readonly frozen: Uint8Array;
  /** Length of the budget window at each minute. */
  readonly lengths: Float64Array;
  /** Slices of a calendar period still to come at each minute. */
  readonly slicesToCome: Float64Array;
  /** By length in minutes, the windows that tiers and drops look at. */
  readonly byLength: ReadonlyMap<number, SumsByMinute>;
  /** The last whole window length: what the guard takes the whole budget to be. */
  readonly whole: SumsByMinute;
  /** The budget window as it stood. */
  readonly window: SumsByMinute;
}

/** Reads a ledger once for all candidate targets. */
export function readHistory(
  policy: AlertPolicy,
  objective: Objective,
  ledger: Ledger,
  span: Span,
): HistoryRead {
  const length = Math.max(span.to - span.from, 0);
  const at = Float64Array.from({ length }, (_, index) => span.from + 1 + index);
  const asOf = Float64Array.from(at);
  if (objective.missing === 'freeze') freeze(asOf, ledger, at);
  const windows = windowsAt(objective, asOf);
  const known = ledger.firstCell * ledger.cellMinutes;
  const lengths = asOf.map((_, index) => (windows.to[index] ?? 0) - (windows.from[index] ?? 0));
  const sums = (starts: ArrayLike<Minute>) => sumsByMinute(objective, ledger, starts, asOf);
  const looked = new Set([
    ...policy.tiers.flatMap(({ long, short }) => [long, short]),
    ...policy.drops.map(({ minutes }) => minutes),
  ]);
  return {
    at,
    frozen: Uint8Array.from(at, (now, index) => ((asOf[index] ?? now) < now ? 1 : 0)),
    lengths,
    // Frozen before anything was measured there is no budget to tell of, live neither.
    slicesToCome: asOf.map((now, index) =>
      objective.missing === 'freeze' && now <= known
        ? 0
        : slicesIn(objective, ledger, now, windows.to[index] ?? now),
    ),
    byLength: new Map([...looked].map((each) => [each, sums(asOf.map((now) => now - each))])),
    whole: sums(asOf.map((now, index) => now - (lengths[index] ?? 0))),
    window: sums(windows.from.map((from) => Math.max(from, known))),
  };
}

/** Each moment goes back to the last measured one; before any there is nothing to judge. */
function freeze(asOf: Float64Array, ledger: Ledger, at: Float64Array): void {
  for (const [index, now] of at.entries())
    asOf[index] = lastMeasured(ledger, now) ?? ledger.firstCell * ledger.cellMinutes;
}

/** Calendar periods are asked for once each, not once a minute. */
function windowsAt(
  { window }: Objective,
  asOf: Float64Array,
): { from: Float64Array; to: Float64Array } {
  const from = new Float64Array(asOf.length);
  const to = new Float64Array(asOf.length);
  let period: Span = { from: 0, to: 0 };
  for (const [index, now] of asOf.entries()) {
    if (window.kind === 'rolling') period = spanOf(window, now);
    else if (now - 1 < period.from || now - 1 >= period.to) period = spanOf(window, now - 1);
    from[index] = period.from;
    to[index] = period.to;
  }
  return { from, to };
}

function slicesIn(
  { method }: Objective,
  { cellMinutes }: Ledger,
  from: Minute,
  to: Minute,
): number {
  if (method.kind === 'occurrences' || to <= from) return 0;
  return Math.floor(to / cellMinutes) - Math.floor(from / cellMinutes);
}
