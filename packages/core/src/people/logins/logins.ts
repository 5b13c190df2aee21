import { addSeconds } from '../../platform/clock.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { hashToken } from '../store.ts';
import { deleteLogin, insertLogin, type LoginRow } from './store.ts';

/** Seconds that somebody may take at the provider. */
export const loginSeconds = 600;

/** What a login that was begun has to be matched with when it comes back. */
export interface BegunLogin {
  readonly state: string;
  /** For a cookie of the browser that began it. */
  readonly browser: string;
  readonly nonce: string;
}

/** Remembers that a login began, with its PKCE verifier and where to go afterwards. */
export async function beginLogin(
  house: House,
  { verifier, returnTo, fresh }: Pick<LoginRow, 'verifier' | 'fresh'> & { returnTo: string },
): Promise<BegunLogin> {
  const begun = {
    state: house.ids.secret(),
    browser: house.ids.secret(),
    nonce: house.ids.secret(),
  };
  await transactAsSystem(house, (tx) =>
    insertLogin(tx, {
      ...{ state_hash: hashToken(begun.state), browser_hash: hashToken(begun.browser) },
      ...{ verifier, nonce: begun.nonce, return_to: returnTo, fresh },
      expires_at: addSeconds(tx.now, loginSeconds),
    }),
  );
  return begun;
}

/**
 * The login that comes back with this state, once; null when nobody began it lately, or not this
 * browser. It is gone whichever it is: a stolen state is good for nothing.
 */
export async function finishLogin(
  house: House,
  { state, browser }: Pick<BegunLogin, 'state' | 'browser'>,
): Promise<LoginRow | null> {
  const row = await deleteLogin(house.database.kysely, hashToken(state));
  const mine = row !== undefined && row.browser_hash === hashToken(browser);
  return mine && row.expires_at > house.clock.now() ? row : null;
}
