import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** The monthly review: what was decided about each SLO, and what is to be done. */
const statements = [
  `create table slo_reviews (
    month text not null,
    slo text not null,
    service text not null,
    state text not null,
    started_at timestamptz not null,
    started_by text not null,
    decided_at timestamptz,
    decided_by text,
    decision text,
    basis jsonb,
    primary key (month, slo)
  )`,
  // Raised by every change, so that of two drawings the newer one is known.
  `create table slo_review_months (
    month text primary key,
    revision integer not null default 1
  )`,
  `create table slo_review_actions (
    id text primary key,
    number bigint generated always as identity,
    month text not null,
    slo text not null,
    service text not null,
    what text not null,
    owner text,
    due_at timestamptz,
    asked_by text not null,
    asked_at timestamptz not null,
    done_at timestamptz,
    done_by text
  )`,
  // A review looks for what was done among all that was written.
  'create index entries_by_action on entries (action, number)',
  'create index slo_review_actions_by_month on slo_review_actions (month, number)',
  'create index slo_review_actions_open on slo_review_actions (month) where done_at is null',
];

export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(kysely);
}
