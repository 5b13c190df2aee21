import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** The directory of Identity Center as it was read last: one row, which grows a revision with each change. */
export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  await sql
    .raw(`
    create table directory (
      one boolean primary key default true check (one),
      revision integer not null,
      read_at timestamptz not null,
      tried_at timestamptz not null,
      problem text,
      users jsonb not null,
      missing jsonb not null
    )
  `)
    .execute(kysely);
}
