import type { Principal } from '@sekisho/contract';
import { addSeconds } from '../../platform/clock.ts';
import { type House, type Tx, transact } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { personOf } from '../roster.ts';
import { hashToken } from '../store.ts';
import {
  findSession,
  insertSession,
  markSessionRevoked,
  noteSeen,
  readSession,
  type SessionKind,
  type SessionRow,
} from './store.ts';

/** A session is noted as used at most this often. */
const noteMs = 60_000;

/** How long a passkey that was shown counts. */
export const passkeySeconds = 300;

interface Opening {
  readonly person: string;
  readonly kind: SessionKind;
  readonly client: string;
  readonly address: string;
  /** When the person showed the provider who they are. */
  readonly authenticatedAt: Date;
  /** Seconds until it ends whatever happens, and without a call (null: no such limit). */
  readonly limits: { readonly maximumSeconds: number; readonly idleSeconds: number | null };
}

/** A session that was just opened, with the only copy of its secret. */
export interface OpenedSession {
  readonly id: string;
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Opens a session for a person of the roster. */
export function openSession(house: House, opening: Opening): Promise<OpenedSession> {
  const { person, authenticatedAt } = opening;
  const principal: Principal = {
    ...{ id: person, kind: 'person', assurance: 'oidc' },
    authenticatedAt: authenticatedAt.toISOString(),
  };
  return transact(house, principal, (tx) => openSessionIn(tx, opening));
}

/** The same inside a transaction. */
export async function openSessionIn(tx: Tx, opening: Opening): Promise<OpenedSession> {
  const { person, kind, address, authenticatedAt, limits } = opening;
  const secret = `ses_${tx.ids.secret()}`;
  const row: SessionRow = {
    id: tx.ids.id('ses'),
    hash: hashToken(secret),
    ...{ person, kind, address },
    client: plain(opening.client),
    authenticated_at: authenticatedAt,
    passkey_at: null,
    created_at: tx.now,
    last_seen_at: tx.now,
    expires_at: addSeconds(tx.now, limits.maximumSeconds),
    idle_seconds: limits.idleSeconds,
    revoked_at: null,
  };
  await insertSession(tx, row);
  tx.record({
    action: 'session.start',
    subject: row.id,
    data: { kind, expiresAt: row.expires_at },
  });
  return { id: row.id, secret, expiresAt: row.expires_at };
}

/** What a browser or a machine says of itself, fit to be shown. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed();
}

/**
 * The living session behind a secret, noting its use; null when it is not good now. That of somebody
 * who left the roster ends for good: coming back does not bring it back.
 */
export async function useSession(
  house: House,
  secret: string,
  kind: SessionKind,
): Promise<SessionRow | null> {
  if (!secret.startsWith('ses_')) return null;
  const now = house.clock.now();
  const { kysely } = house.database;
  const row = await readSession(kysely, hashToken(secret), now);
  if (row === undefined || row.kind !== kind) return null;
  const idleMs = now.getTime() - row.last_seen_at.getTime();
  if (row.idle_seconds !== null && idleMs >= row.idle_seconds * 1000) return null;
  if (personOf(house.config(), row.person) === undefined) {
    await transactAsSystem(house, (tx) => revoke(tx, row));
    return null;
  }
  if (idleMs > noteMs) await noteSeen(kysely, row.id, now);
  return row;
}

/** Who acts in a session: a passkey that was shown lately counts for more than the login. */
export function principalOf(row: SessionRow, now: Date): Principal {
  const { person, kind, passkey_at: shown, authenticated_at: authenticated } = row;
  const fresh = shown !== null && now.getTime() - shown.getTime() < passkeySeconds * 1000;
  const stepped = kind === 'console' && fresh;
  return {
    ...{ id: person, kind: 'person', assurance: stepped ? 'passkey' : 'oidc' },
    authenticatedAt: (stepped ? shown : authenticated).toISOString(),
  };
}

/** Ends a session because its person said so, at the door that it came in by. */
export async function endSession(house: House, row: SessionRow): Promise<void> {
  await transact(house, principalOf(row, house.clock.now()), async (tx) => {
    const found = await findSession(tx, row.id);
    if (found === undefined || !(await markSessionRevoked(tx, row.id))) return;
    tx.record({ action: 'session.end', subject: row.id, data: { kind: row.kind } });
  });
}

async function revoke(tx: Tx, { id, person }: SessionRow): Promise<void> {
  if (!(await markSessionRevoked(tx, id))) return;
  tx.record({ action: 'session.dropped', subject: id, data: { person } });
}
