import { AppError, type Clock } from '@sekisho/core';

export interface PushRate {
  /** One call of a sender. Errors: `rate-limited` when it calls more often than it may. */
  take(sender: string): void;
}

const mostSenders = 20_000;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * How often a sender may call this process: so many calls a second in the long run, and some at once
 * after a rest.
 */
export function createPushRate(
  clock: Clock,
  { perSecond, burst }: { readonly perSecond: number; readonly burst: number },
): PushRate {
  const buckets = new Map<string, Bucket>();
  return {
    take(sender) {
      const now = clock.now().getTime();
      const bucket = buckets.get(sender) ?? { tokens: burst, at: now };
      // Anyone may have many addresses: to forget all costs us one burst of each.
      if (buckets.size >= mostSenders) buckets.clear();
      buckets.set(sender, bucket);
      const rested = (Math.max(0, now - bucket.at) / 1000) * perSecond;
      bucket.tokens = Math.min(burst, bucket.tokens + rested);
      bucket.at = now;
      if (bucket.tokens < 1) {
        const retryAfterSeconds = Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
        throw new AppError('rate-limited', { retryAfterSeconds });
      }
      bucket.tokens -= 1;
    },
  };
}
