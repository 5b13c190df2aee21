import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** IAM roles of the accounts that are looked at, when each was last used, and how far a look has come. */
export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  await sql
    .raw(`
    create table account_roles (
      account text not null,
      name text not null,
      path text not null,
      created_at timestamptz not null,
      last_used_at timestamptz,
      region text,
      asked_at timestamptz,
      primary key (account, name)
    )
  `)
    .execute(kysely);
  await sql
    .raw(`
    create table account_role_looks (
      account text primary key,
      begun_at timestamptz not null,
      looked_at timestamptz,
      problem text,
      tried_at timestamptz not null
    )
  `)
    .execute(kysely);
}
