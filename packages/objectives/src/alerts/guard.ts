import { binomialTail } from './binomial.ts';

/**
 * The guard against paging on chance where traffic is low. Both must hold: the window spent at least
 * the tier's share of the whole budget, and so many failures would be unlikely at the threshold rate.
 */
export interface Guard {
  /** The failures are significant when chance alone brings them less often than this; 0 to 1. */
  readonly alpha: number;
}

/** The guard's arithmetic, to be put into words: "2 of 3 failed: not significant". */
export interface GuardReading {
  readonly bad: number;
  readonly total: number;
  /** Share of the whole window's budget that these failures are: bad ÷ (budget × events in the window). */
  readonly budgetShare: number;
  readonly shareNeeded: number;
  readonly shareMet: boolean;
  /** P(X ≥ bad) of `total` events that each fail at the threshold rate. */
  readonly chance: number;
  readonly alpha: number;
  readonly significant: boolean;
  readonly holds: boolean;
}

/**
 * @param bad failed units in the long window; parts of a unit are not counted for significance
 * @param total units in the long window
 * @param allowed units that may fail in the whole budget window
 * @param threshold share of errors at which the tier fires, f · EB
 * @param shareNeeded the tier's share of the budget
 */
export function readGuard(
  guard: Guard,
  {
    bad,
    total,
    allowed,
    threshold,
    shareNeeded,
  }: Readonly<Record<'bad' | 'total' | 'allowed' | 'threshold' | 'shareNeeded', number>>,
): GuardReading {
  const budgetShare = allowed === 0 ? (bad > 0 ? Number.POSITIVE_INFINITY : 0) : bad / allowed;
  const chance = binomialTail(Math.floor(bad), Math.ceil(total), Math.min(threshold, 1));
  const shareMet = budgetShare >= shareNeeded;
  const significant = chance < guard.alpha;
  return {
    bad,
    total,
    budgetShare,
    shareNeeded,
    shareMet,
    chance,
    alpha: guard.alpha,
    significant,
    holds: shareMet && significant,
  };
}
