import { createHash } from 'node:crypto';
import { AppError, type Clock } from '@sekisho/core';

export interface SignInLimit {
  /**
   * Tries a credential from an address; null counts as a failure.
   * Errors: `rate-limited` after too many failures from there, except for a credential that was good lately:
   * people who share an address with a guesser stay signed in.
   */
  attempt<T>(
    address: string,
    credential: string,
    check: () => Promise<T | null> | T | null,
  ): Promise<T | null>;
}

interface Options {
  readonly clock: Clock;
  /** Failures an address may have in a window. */
  readonly most?: number;
  readonly windowSeconds?: number;
}

interface Failures {
  count: number;
  readonly until: number;
}

const mostRemembered = 10_000;

/** Makes a limit that has seen no failure yet; it is kept in this process. */
export function createSignInLimit({ clock, most = 20, windowSeconds = 60 }: Options): SignInLimit {
  const failures = new Map<string, Failures>();
  const good = new Set<string>();
  const failuresAt = (address: string): Failures => {
    const now = clock.now().getTime();
    const known = failures.get(address);
    if (known !== undefined && known.until > now) return known;
    const fresh = { count: 0, until: now + windowSeconds * 1000 };
    failures.delete(address);
    failures.set(address, fresh);
    forgetOldest(failures);
    return fresh;
  };
  return {
    async attempt(address, credential, check) {
      const seen = failuresAt(address);
      const key = createHash('sha256').update(credential).digest('base64');
      if (seen.count >= most && !good.has(key)) {
        const left = Math.ceil((seen.until - clock.now().getTime()) / 1000);
        throw new AppError('rate-limited', { retryAfterSeconds: Math.max(1, left) });
      }
      const found = await check();
      good.delete(key);
      if (found === null) seen.count += 1;
      else good.add(key);
      forgetOldest(good);
      return found;
    },
  };
}

/** Maps and sets keep the order of insertion, so the first key is the oldest. */
function forgetOldest(kept: {
  readonly size: number;
  keys(): Iterator<string>;
  delete(key: string): boolean;
}): void {
  if (kept.size <= mostRemembered) return;
  const { value, done } = kept.keys().next();
  if (done !== true) kept.delete(value);
}
