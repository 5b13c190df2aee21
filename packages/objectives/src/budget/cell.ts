import type { Method } from './objective.ts';

/** What was counted in one cell, corrected minutes left out. */
export interface CellCounts {
  good: number;
  bad: number;
  /** Milliseconds. */
  measured: number;
  /** Milliseconds that should have been measured. */
  expected: number;
}

export interface Verdict {
  readonly total: number;
  readonly bad: number;
  /** Share of the cell (0 to 1) that the missing-data policy must decide. */
  readonly missing: number;
}

/** Ratios are kept as multiples of this, so that sums of a million of them are exact in any order. */
const grain = 2 ** 32;
const nothing: Verdict = { total: 0, bad: 0, missing: 0 };
const missing: Verdict = { total: 0, bad: 0, missing: 1 };

/**
 * What a cell counts for.
 *
 * By occurrences, its events; the unmeasured part of it is missing. A slice is judged on what was
 * seen of it: one seen to fail is bad however little was seen, and one that looks well counts only
 * when at least half of it was measured, else it is missing. A slice measured but idle failed nobody:
 * it is good. One that was corrected away whole counts as nothing.
 */
export function judgeCell(method: Method, cell: CellCounts): Verdict {
  const { good, bad, measured, expected } = cell;
  if (expected === 0) return nothing;
  const total = good + bad;
  const share = Math.min(measured / expected, 1);
  if (method.kind === 'occurrences') return { total, bad, missing: grained(1 - share) };
  const ratio = total === 0 ? 1 : good / total;
  if (method.kind === 'timeslices') {
    if (ratio < method.sliceTarget) return { total: 1, bad: 1, missing: 0 };
    return share < 0.5 ? missing : { total: 1, bad: 0, missing: 0 };
  }
  if (share < 0.5 && bad === 0) return missing;
  return { total: 1, bad: grained(1 - ratio), missing: 0 };
}

function grained(share: number): number {
  return Math.round(share * grain) / grain;
}
