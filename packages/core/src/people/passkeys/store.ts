import type { Kysely } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';

export interface PasskeyRow {
  id: string;
  /** As the authenticator names it, base64url. */
  credential_id: string;
  person: string;
  name: string;
  /** COSE key, base64url. */
  public_key: string;
  /** How often it signed, as it says; 0 for those that do not count. */
  counter: number;
  transports: string[];
  created_at: Date;
  last_used_at: Date | null;
}

/** What a session was last asked to sign. */
export interface ChallengeRow {
  session: string;
  purpose: 'register' | 'step-up';
  challenge: string;
  expires_at: Date;
}

interface Tables {
  passkeys: PasskeyRow;
  passkey_challenges: ChallengeRow;
}

export async function insertPasskey(tx: Tx, row: PasskeyRow): Promise<void> {
  await sqlOf<Tables>(tx).insertInto('passkeys').values(row).execute();
}

/** Passkeys of one person, or of everyone when `person` is null; oldest first. */
export async function passkeysOf(
  kysely: Kysely<Tables>,
  person: string | null,
): Promise<PasskeyRow[]> {
  let query = kysely.selectFrom('passkeys').selectAll();
  if (person !== null) query = query.where('person', '=', person);
  const rows = await query.orderBy('created_at').execute();
  return rows.map((row) => ({ ...row, counter: Number(row.counter) }));
}

export async function passkeysIn(tx: Tx, person: string | null): Promise<PasskeyRow[]> {
  return passkeysOf(sqlOf<Tables>(tx), person);
}

export async function findPasskey(tx: Tx, id: string): Promise<PasskeyRow | undefined> {
  return sqlOf<Tables>(tx)
    .selectFrom('passkeys')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function deletePasskey(tx: Tx, id: string): Promise<void> {
  await sqlOf<Tables>(tx).deleteFrom('passkeys').where('id', '=', id).execute();
}

/** Notes that it signed; answers whether nobody used it between, so that a copy's count is seen. */
export async function notePasskeyUsed(
  tx: Tx,
  { id, counter }: PasskeyRow,
  newCounter: number,
): Promise<boolean> {
  const { numUpdatedRows } = await sqlOf<Tables>(tx)
    .updateTable('passkeys')
    .set({ counter: newCounter, last_used_at: tx.now })
    .where('id', '=', id)
    .where('counter', '=', counter)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keeps what a session has to sign; an earlier one of its is void. */
export async function putChallenge(tx: Tx, row: ChallengeRow): Promise<void> {
  const { session: _session, ...rest } = row;
  await sqlOf<Tables>(tx)
    .insertInto('passkey_challenges')
    .values(row)
    .onConflict((conflict) => conflict.column('session').doUpdateSet(rest))
    .execute();
}

/** Takes it out: it is signed once. */
export async function takeChallenge(
  kysely: Kysely<Tables>,
  session: string,
): Promise<ChallengeRow | undefined> {
  return kysely
    .deleteFrom('passkey_challenges')
    .where('session', '=', session)
    .returningAll()
    .executeTakeFirst();
}
