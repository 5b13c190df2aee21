import type { Guard } from './guard.ts';
import type { Tier } from './tier.ts';

/** When an SLO speaks up. */
export interface AlertPolicy {
  readonly tiers: readonly Tier[];
  readonly guard: Guard | null;
  /** Speak when so much of the budget is spent, as shares: 0.75 and 1, say. */
  readonly spentAt: readonly number[];
  /** Speak when a share of the whole budget went within so many minutes. */
  readonly drops: readonly { readonly share: number; readonly minutes: number }[];
  /** Speak when less than a share of the last minutes was measured. */
  readonly noData: { readonly minutes: number; readonly below: number } | null;
  /** Minutes that a condition must be gone before its alert resolves. */
  readonly resolveAfter: number;
  /** Minutes after resolving within which it comes back without being told again; if it stays, it is told then. */
  readonly refireAfter: number;
}

/** What is used where nothing else was declared. */
export const usualPolicy: Omit<AlertPolicy, 'tiers'> = {
  guard: { alpha: 0.01 },
  spentAt: [1],
  drops: [],
  noData: { minutes: 30, below: 0.5 },
  resolveAfter: 5,
  refireAfter: 60,
};
