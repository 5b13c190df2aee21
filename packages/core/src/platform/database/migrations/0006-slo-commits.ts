import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** Pull requests whose heads bear the commit status of budgets, and heads that somebody let through. */
const statements = [
  // `changed_at` is GitHub's own time: a late or repeated event of the past changes nothing.
  `create table slo_pulls (
    repository text not null,
    number integer not null,
    head text not null,
    labels text[] not null,
    open boolean not null,
    changed_at timestamptz not null,
    told_head text,
    told_state text,
    told_why jsonb,
    revision integer not null default 0,
    primary key (repository, number)
  )`,
  'create index slo_pulls_open on slo_pulls (repository, number) where open',
  `create table slo_overrides (
    repository text not null,
    head text not null,
    who text not null,
    at timestamptz not null,
    primary key (repository, head)
  )`,
];

export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(kysely);
}
