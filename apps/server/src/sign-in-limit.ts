import { createHash } from 'node:crypto';
import { AppError, type Clock, type Failures } from '@sekisho/core';
import { networkOf } from './client-address.ts';

export interface SignInLimit {
  /**
   * Tries a credential from an address; null counts as a failure, and so does an expected error that
   * says the caller is nobody, or refused. Errors: those of `check`; `rate-limited` after too many failures from there, except for a credential that was good lately:
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
  /** What is tried; each counts by itself. */
  readonly name?: string;
  /** Where replicas count together; in this process alone without it. */
  readonly shared?: Failures;
  /** Failures an address may have in a window. */
  readonly most?: number;
  readonly windowSeconds?: number;
}

interface Seen {
  count: number;
  readonly until: number;
}

const mostRemembered = 10_000;

/** Makes a limit that has seen no failure yet in this process. */
export function createSignInLimit({
  clock,
  name = 'sign-in',
  shared,
  most = 20,
  windowSeconds = 60,
}: Options): SignInLimit {
  const limit = { most, windowSeconds };
  const failures = new Map<string, Seen>();
  const good = new Set<string>();
  const failuresAt = (address: string): Seen => {
    const now = clock.now().getTime();
    const known = failures.get(address);
    if (known !== undefined && known.until > now) return known;
    const fresh = { count: 0, until: now + windowSeconds * 1000 };
    failures.delete(address);
    failures.set(address, fresh);
    forgetOldest(failures);
    return fresh;
  };
  const keepGood = (key: string) => {
    good.delete(key);
    good.add(key);
    forgetOldest(good);
  };
  return {
    async attempt(address, credential, check) {
      const place = networkOf(address);
      const bucket = `${name}/${place}`;
      const seen = failuresAt(place);
      const key = createHash('sha256').update(credential).digest('base64');
      if (!good.has(key)) {
        const own = seen.count >= most ? (seen.until - clock.now().getTime()) / 1000 : 0;
        const left = own > 0 ? Math.ceil(own) : ((await shared?.wait(bucket, limit)) ?? 0);
        if (left > 0) throw new AppError('rate-limited', { retryAfterSeconds: left });
      }
      const fail = async () => {
        good.delete(key);
        seen.count += 1;
        await shared?.note(bucket, limit);
      };
      try {
        const found = await check();
        if (found === null) await fail();
        else keepGood(key);
        return found;
      } catch (error) {
        if (isFailure(error)) await fail();
        throw error;
      }
    },
  };
}

/** A provider or a database that is silent says nothing of whoever tries. */
function isFailure(error: unknown): boolean {
  return (
    error instanceof AppError && (error.class === 'unauthenticated' || error.class === 'refused')
  );
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
