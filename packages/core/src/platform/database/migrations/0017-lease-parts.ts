import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** Leases that live and end with another one, memberships in force, and what new members have done. */
export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  for (const statement of [
    'alter table leases add column part_of text references leases (id)',
    'create index leases_by_parent on leases (part_of) where part_of is not null',
    `create index leases_of_members on leases (holder)
      where kind = 'membership' and state = 'active'`,
    `create table membership_checks (
      lease text not null references leases (id),
      item text not null,
      done_by text not null,
      done_at timestamptz not null,
      primary key (lease, item)
    )`,
  ]) {
    await sql.raw(statement).execute(kysely);
  }
}
