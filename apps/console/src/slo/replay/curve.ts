import type { Candidate, WindowShares } from '@sekisho/contract';
import type { Band, Mark } from '../charts/marks.ts';

/** Seconds since 1970 of each point of a curve. */
export function timesOf({ from, everyMinutes, shares }: WindowShares): Float64Array {
  const first = Date.parse(from) / 1000;
  return Float64Array.from(shares, (_, index) => first + index * everyMinutes * 60);
}

/**
 * What would have remained of the budget at a target, in percent: it follows from the share of errors
 * alone, so that a slider needs no server for it.
 * @param target percent
 */
export function remainingAt({ shares }: WindowShares, target: number): readonly (number | null)[] {
  const budget = 1 - target / 100;
  return shares.map((share) => (share === null ? null : 100 - (share / budget) * 100));
}

export function marksOf({ pages, tickets }: Candidate): readonly Mark[] {
  return [...tickets, ...pages].map(({ firedAt, severity }) => ({
    at: Date.parse(firedAt) / 1000,
    severity,
  }));
}

export function bandsOf(spans: readonly { readonly from: string; readonly to: string }[]): Band[] {
  const seconds = (iso: string) => Date.parse(iso) / 1000;
  return spans.map(({ from, to }) => ({ from: seconds(from), to: seconds(to) }));
}
