import type { Principal } from '@sekisho/contract';
import { AppError } from '../../platform/app-error.ts';
import { addSeconds } from '../../platform/clock.ts';
import { type House, transact } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { notePasskey, type SessionRow } from '../sessions/store.ts';
import { hasSteppedUp } from '../step-up.ts';
import {
  type ChallengeRow,
  insertPasskey,
  notePasskeyUsed,
  type PasskeyRow,
  passkeysIn,
  passkeysOf,
  putChallenge,
  takeChallenge,
} from './store.ts';

const challengeSeconds = 300;

/** How long after showing the provider who one is a first passkey may be registered: nobody shows an earlier one. */
const firstSeconds = 600;

const mostEach = 20;

/** Passkeys that somebody registered. */
export function passkeysOfPerson(house: House, person: string): Promise<PasskeyRow[]> {
  return passkeysOf(house.database.kysely, person);
}

/** Remembers what a session has to sign next. */
export async function rememberChallenge(
  house: House,
  asked: Pick<ChallengeRow, 'session' | 'purpose' | 'challenge'>,
): Promise<void> {
  await transactAsSystem(house, (tx) =>
    putChallenge(tx, { ...asked, expires_at: addSeconds(tx.now, challengeSeconds) }),
  );
}

/** What a session had to sign, once. Errors: `passkey-failed` when that is nothing now. */
export async function recallChallenge(
  house: House,
  session: string,
  purpose: ChallengeRow['purpose'],
): Promise<string> {
  const row = await takeChallenge(house.database.kysely, session);
  const good = row?.purpose === purpose && row.expires_at > house.clock.now();
  if (!good) throw new AppError('passkey-failed', {});
  return row.challenge;
}

/**
 * Errors: `login-stale` where a first passkey comes too long after its person showed the provider who
 * they are, `step-up-needed` where an earlier one was not shown: whoever found an open browser must
 * not add their own. The session's age says nothing, for providers open new ones by their cookie.
 */
export async function judgeRegistering(
  house: House,
  session: SessionRow,
  principal: Principal,
): Promise<void> {
  const now = house.clock.now();
  const known = await passkeysOfPerson(house, session.person);
  if (known.length === 0) {
    const ageMs = now.getTime() - session.authenticated_at.getTime();
    if (ageMs > firstSeconds * 1000) throw new AppError('login-stale', {});
  } else if (!hasSteppedUp(principal, 'passkey', now)) {
    throw new AppError('step-up-needed', { needed: 'passkey', url: '' });
  }
  if (known.length >= mostEach) throw new AppError('passkey-failed', {});
}

type NewPasskey = Pick<
  PasskeyRow,
  'credential_id' | 'name' | 'public_key' | 'counter' | 'transports'
>;

/** Keeps a passkey whose registration was verified. */
export async function addPasskey(
  house: House,
  principal: Principal,
  made: NewPasskey,
): Promise<PasskeyRow> {
  return transact(house, principal, async (tx) => {
    const row: PasskeyRow = {
      ...{ id: tx.ids.id('pk'), person: principal.id, ...made },
      ...{ created_at: tx.now, last_used_at: null },
    };
    const all = await passkeysIn(tx, null);
    if (all.some(({ credential_id: id }) => id === made.credential_id)) {
      throw new AppError('passkey-failed', {});
    }
    await insertPasskey(tx, row);
    tx.record({ action: 'passkey.add', subject: row.id });
    return row;
  });
}

/** Raises a session after its person showed a passkey. Errors: `passkey-failed` when the key was used meanwhile. */
export async function stepUp(
  house: House,
  session: SessionRow,
  { passkey, counter }: { readonly passkey: PasskeyRow; readonly counter: number },
): Promise<void> {
  const principal: Principal = {
    ...{ id: session.person, kind: 'person', assurance: 'passkey' },
    authenticatedAt: house.clock.now().toISOString(),
  };
  await transact(house, principal, async (tx) => {
    if (!(await notePasskeyUsed(tx, passkey, counter))) throw new AppError('passkey-failed', {});
    await notePasskey(tx, session.id);
    tx.record({ action: 'session.step-up', subject: session.id, data: { passkey: passkey.id } });
  });
}
