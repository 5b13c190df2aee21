/** What was counted in some span of time. Every field is a whole number, so that sums are exact in any order. */
export interface Counts {
  readonly good: number;
  readonly bad: number;
  /** Neither good nor bad: health checks, aborted requests. */
  readonly excluded: number;
  /** Good for the budget, but the client's own error: counted beside it. */
  readonly clientErrors: number;
  /** How much of the span was measured, in milliseconds: 60,000 for a whole minute. */
  readonly measured: number;
}

export type Column = keyof Counts;

export const columns = [
  'good',
  'bad',
  'excluded',
  'clientErrors',
  'measured',
] as const satisfies readonly Column[];

export const noCounts: Counts = { good: 0, bad: 0, excluded: 0, clientErrors: 0, measured: 0 };

/** The counts with those left out taken as zero. */
export function countsOf(some: Partial<Counts>): Counts {
  return { ...noCounts, ...some };
}
