/** When the next attempt may be made. */
export interface BackOff {
  isDue(now: number): boolean;
  /** @param askedMs how long the receiver asked to wait, in milliseconds; null when it did not */
  failed(now: number, askedMs: number | null): void;
  succeeded(): void;
}

const longestMs = 5 * 60_000;

/**
 * Waits twice as long after each failure, up to five minutes, and a random part of that less, so
 * that many processes do not come back at once.
 * @param firstMs the wait after the first failure
 * @param random from 0 to 1
 */
export function createBackOff(firstMs: number, random: () => number): BackOff {
  let failures = 0;
  let due = Number.NEGATIVE_INFINITY;
  return {
    isDue: (now) => now >= due,
    failed(now, askedMs) {
      const doubled = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20));
      failures += 1;
      due = now + Math.min(longestMs, Math.max(askedMs ?? 0, doubled * (0.5 + random() / 2)));
    },
    succeeded() {
      failures = 0;
      due = Number.NEGATIVE_INFINITY;
    },
  };
}
