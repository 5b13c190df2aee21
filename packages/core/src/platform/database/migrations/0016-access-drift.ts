import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** Assignments in Identity Center that nothing explains, and since when; targets that change one at a time. */
export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  await sql
    .raw(`
    create table access_drift (
      account text not null,
      permission_set_arn text not null,
      principal_kind text not null,
      principal_id text not null,
      permission_set text not null,
      principal_name text not null,
      person text,
      first_seen_at timestamptz not null,
      removed_at timestamptz,
      primary key (account, permission_set_arn, principal_kind, principal_id)
    )
  `)
    .execute(kysely);
  await sql
    .raw('create index targets_serial on targets (serial_key) where serial_key <> key')
    .execute(kysely);
}
