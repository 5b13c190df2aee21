import type { Database } from '@sekisho/core';
import { sql } from 'kysely';

/** Makes a new lease want a place in a group of its environment, instead of a server of its own. */
export async function share(database: Database, id: string, group: number): Promise<void> {
  const key = sql`environment || '/' || ${String(group)}::text`;
  await database.transaction(async (transaction) => {
    const { rows } = await sql<{ next: Date | null }>`
      delete from targets where key = ${`ops-server/${id}`} returning next_check_at as next
    `.execute(transaction);
    const next = sql`${rows[0]?.next}::timestamptz`;
    await sql`update leases set target_key = ${key} where id = ${id}`.execute(transaction);
    // As a second lease of one target does: it is looked at sooner, and a claim hears of it.
    await sql`
      insert into targets
        (key, kind, environment, serial_key, next_check_at, urgent_at, fence, memo, failures)
      select ${key}, kind, environment, 'groups/' || environment, ${next}, ${next}, 0, '{}', 0
      from leases where id = ${id}
      on conflict (key) do update set
        next_check_at = least(targets.next_check_at, excluded.next_check_at,
          targets.claimed_until - interval '1 millisecond'),
        urgent_at = least(targets.urgent_at, excluded.urgent_at,
          targets.claimed_until - interval '1 millisecond')
    `.execute(transaction);
  });
}
