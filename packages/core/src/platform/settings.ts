import type { ColumnType, Kysely } from 'kysely';
import { sqlOf, type Tx } from './context.ts';

interface Tables {
  settings: { key: string; value: ColumnType<unknown, string, string> };
}

/** A small fact that the installation remembers; null when it was never set. */
export async function readSetting<T>(kysely: Kysely<Tables>, key: string): Promise<T | null> {
  const row = await kysely
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return (row?.value as T | undefined) ?? null;
}

/** Sets the fact, or forgets it when `value` is null. */
export async function writeSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  const sql = sqlOf<Tables>(tx);
  if (value === null) {
    await sql.deleteFrom('settings').where('key', '=', key).execute();
    return;
  }
  await sql
    .insertInto('settings')
    .values({ key, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(value) }))
    .execute();
}

/** The same as `readSetting`, inside a transaction. */
export async function settingIn<T>(tx: Tx, key: string): Promise<T | null> {
  return readSetting<T>(sqlOf<Tables>(tx), key);
}
