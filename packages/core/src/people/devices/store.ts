import type { Kysely } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';

/** A machine that asked to be signed in, and what its person answered. */
export interface DeviceLoginRow {
  hash: string;
  user_code_hash: string;
  client: string;
  address: string;
  state: 'pending' | 'approved' | 'denied';
  person: string | null;
  authenticated_at: Date | null;
  /** When the machine last asked whether it was answered. */
  asked_at: Date | null;
  interval_seconds: number;
  created_at: Date;
  expires_at: Date;
}

interface Tables {
  device_logins: DeviceLoginRow;
}

export async function insertDeviceLogin(tx: Tx, row: DeviceLoginRow): Promise<void> {
  const sql = sqlOf<Tables>(tx);
  await sql.deleteFrom('device_logins').where('expires_at', '<=', tx.now).execute();
  await sql.insertInto('device_logins').values(row).execute();
}

/** One that waits for its answer, by what its person typed. */
export async function readPending(
  kysely: Kysely<Tables>,
  userCodeHash: string,
  now: Date,
): Promise<DeviceLoginRow | undefined> {
  return kysely
    .selectFrom('device_logins')
    .selectAll()
    .where('user_code_hash', '=', userCodeHash)
    .where('state', '=', 'pending')
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Writes the answer, once; answers whether it was still asked for. */
export async function answerPending(
  tx: Tx,
  userCodeHash: string,
  answer: Pick<DeviceLoginRow, 'state' | 'person' | 'authenticated_at'>,
): Promise<DeviceLoginRow | undefined> {
  return sqlOf<Tables>(tx)
    .updateTable('device_logins')
    .set(answer)
    .where('user_code_hash', '=', userCodeHash)
    .where('state', '=', 'pending')
    .where('expires_at', '>', tx.now)
    .returningAll()
    .executeTakeFirst();
}

export async function lockDeviceLogin(tx: Tx, hash: string): Promise<DeviceLoginRow | undefined> {
  return sqlOf<Tables>(tx)
    .selectFrom('device_logins')
    .selectAll()
    .where('hash', '=', hash)
    .forUpdate()
    .executeTakeFirst();
}

export async function noteAsked(tx: Tx, hash: string, intervalSeconds: number): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('device_logins')
    .set({ asked_at: tx.now, interval_seconds: intervalSeconds })
    .where('hash', '=', hash)
    .execute();
}

export async function deleteDeviceLogin(tx: Tx, hash: string): Promise<void> {
  await sqlOf<Tables>(tx).deleteFrom('device_logins').where('hash', '=', hash).execute();
}
