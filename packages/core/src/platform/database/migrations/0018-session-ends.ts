import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** Sessions that outlive their lease, and since when AWS denies them. */
export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  await sql
    .raw(`
    create table session_ends (
      account text not null,
      permission_set text not null,
      user_id text not null,
      lease text not null,
      person text not null,
      issued_before timestamptz not null,
      sessions_until timestamptz not null,
      stands boolean,
      judged_at timestamptz,
      written_at timestamptz,
      pending boolean not null,
      no_room boolean not null,
      trouble text,
      primary key (account, permission_set, user_id)
    )
  `)
    .execute(kysely);
}
