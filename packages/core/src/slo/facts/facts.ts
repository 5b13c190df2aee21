import type { BudgetFacts, PageWhy, TierReading } from '@sekisho/contract';
import type { BurnReading, GuardReading, WindowReading } from '@sekisho/objectives/alerts';
import type { BudgetState } from '@sekisho/objectives/budget';
import type { ShareJump } from '@sekisho/objectives/client-errors';
import { isoOf, type Minute, msPerMinute } from '@sekisho/objectives/minutes';

/** Beyond this a forecast says nothing. */
const foreseeableMinutes = 5 * 366 * 1440;

/** A minute as answers give it. */
export function isoOrNull(minute: Minute | null): string | null {
  return minute === null ? null : isoOf(minute);
}

/** When something so many minutes after `from` comes; null for never and for what is years away. */
export function foreseen(from: Minute, minutes: number | null): string | null {
  if (minutes === null || !(minutes <= foreseeableMinutes)) return null;
  return isoOf(Math.ceil(from + minutes));
}

/** A share that can be written as JSON: one of nothing at all is none. */
export function finite(share: number | null): number | null {
  return share === null || !Number.isFinite(share) ? null : share;
}

export function budgetFacts(state: BudgetState | null): BudgetFacts | null {
  if (state === null) return null;
  const { asOf, frozen, window, from, full, target, total, bad, sli, coverage } = state;
  const { measured, expected, corrected, share, assumed } = coverage;
  return {
    ...{ asOf: isoOf(asOf), frozen, from: isoOf(from), to: isoOf(window.to), full, target },
    ...{ total, bad, sli, allowed: state.allowed, remaining: state.remaining },
    ...{ remainingShare: finite(state.remainingShare), burn: finite(state.burn) },
    coverage: {
      share,
      measuredMinutes: measured / msPerMinute,
      expectedMinutes: expected / msPerMinute,
      correctedMinutes: corrected / msPerMinute,
      assumed,
    },
  };
}

export function tierFacts(reading: BurnReading): TierReading {
  const { tier, severity, factor, threshold, long, short, guard, why } = reading;
  return {
    ...{ tier, severity, factor, threshold, verdict: why },
    ...{ long: windowFacts(long), short: windowFacts(short) },
    guard: guard === null ? null : guardFacts(guard),
  };
}

function windowFacts({ minutes, bad, total, burn }: WindowReading): TierReading['long'] {
  return { minutes, bad, total, ratio: total === 0 ? null : bad / total, burn: finite(burn) };
}

function guardFacts(reading: GuardReading): NonNullable<TierReading['guard']> {
  const { bad, total, budgetShare, shareNeeded, chance, alpha, holds } = reading;
  return { bad, total, budgetShare: finite(budgetShare), shareNeeded, chance, alpha, holds };
}

export function clientFacts(jump: ShareJump): NonNullable<PageWhy['clients']> {
  const { span, requests, clientErrors, share } = jump.now;
  const { usual, expected, probability } = jump;
  return {
    ...{ minutes: span.to - span.from, requests, clientErrors, share },
    ...{ usual, expected, probability },
    past: jump.past.map((week) => ({
      ...{ from: isoOf(week.span.from), requests: week.requests, share: week.share },
    })),
  };
}
