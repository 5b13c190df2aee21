import { type Fetch, fetchKeys, type SigningKey } from './fetch-keys.ts';
import { TokenRefused } from './refused.ts';

/** An issuer whose tokens are believed. */
export interface Issuer {
  /** As tokens name it, to the letter. */
  readonly url: string;
  /** Where its keys are. */
  readonly jwks: string;
}

/** The keys of issuers, fetched when they are needed and kept. */
export interface KeySets {
  /** Errors: `TokenRefused` `unknown-key`; `keys-unreachable` when the issuer does not answer. */
  find(issuer: string, kid: string): Promise<SigningKey>;
}

export interface KeySetsOptions {
  /** Those that are believed now. */
  readonly issuers: () => readonly Issuer[];
  readonly fetch: Fetch;
  readonly now: () => Date;
}

interface Kept {
  readonly jwks: string;
  keys: ReadonlyMap<string, SigningKey>;
  /** Milliseconds since the epoch; when they were fetched, and when that was last tried. */
  fetchedAt: number;
  triedAt: number;
  failure: unknown;
  fetching: Promise<void> | null;
}

/** Keys are asked for again after this; an issuer that took one back is believed no longer. */
const freshMilliseconds = 10 * 60_000;
/** While the issuer does not answer, keys are good for this long. */
const staleMilliseconds = 60 * 60_000;
/** An id that nobody knows asks again, but no oftener: forged ids must not make us hammer the issuer. */
const cooldownMilliseconds = 30_000;

/** Keeps keys of the given issuers and of no other. */
export function createKeySets({ issuers, fetch, now }: KeySetsOptions): KeySets {
  const kept = new Map<string, Kept>();
  const at = () => now().getTime();
  return {
    async find(url, kid) {
      const issuer = issuers().find((one) => one.url === url);
      if (issuer === undefined) throw new TokenRefused('issuer', 'iss');
      const set = setOf(kept, issuer);
      const known = () =>
        at() - set.fetchedAt < staleMilliseconds ? set.keys.get(kid) : undefined;
      const fresh = at() - set.fetchedAt < freshMilliseconds;
      if (!(fresh && known()) && mayAsk(set, at())) await refresh(set, fetch, at);
      const found = known();
      if (found !== undefined) return found;
      throw set.failure === null
        ? new TokenRefused('unknown-key', 'kid')
        : new TokenRefused('keys-unreachable', null, set.failure);
    },
  };
}

/** What is kept of an issuer; nothing of what was read elsewhere than it says now. */
function setOf(kept: Map<string, Kept>, { url, jwks }: Issuer): Kept {
  const found = kept.get(url);
  if (found?.jwks === jwks) return found;
  const never = Number.NEGATIVE_INFINITY;
  const fresh: Kept = {
    ...{ jwks, keys: new Map(), failure: null, fetching: null },
    ...{ fetchedAt: never, triedAt: never },
  };
  kept.set(url, fresh);
  return fresh;
}

function mayAsk({ triedAt, fetching }: Kept, at: number): boolean {
  return fetching !== null || at - triedAt >= cooldownMilliseconds;
}

/** Whoever comes meanwhile waits for the same answer. */
async function refresh(set: Kept, fetch: Fetch, at: () => number): Promise<void> {
  set.fetching ??= ask(set, fetch, at).finally(() => {
    set.fetching = null;
  });
  await set.fetching;
}

async function ask(set: Kept, fetch: Fetch, at: () => number): Promise<void> {
  set.triedAt = at();
  try {
    set.keys = await fetchKeys(fetch, set.jwks);
    set.fetchedAt = at();
    set.failure = null;
  } catch (error) {
    set.failure = error;
  }
}
