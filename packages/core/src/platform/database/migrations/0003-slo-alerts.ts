import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** Alerts of SLOs: what is remembered between evaluations, and the pages that were made of it. */
const statements = [
  `create table slo_states (
    slo text primary key,
    state jsonb not null,
    updated_at timestamptz not null
  )`,
  `create table slo_pages (
    id text primary key,
    slo text not null,
    service text not null,
    key text not null,
    severity text not null,
    fired_minute bigint not null,
    fired_at timestamptz not null,
    resolved_at timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by text,
    incident text,
    untold text,
    refired integer not null default 0,
    why jsonb not null,
    changed jsonb not null,
    revision integer not null default 1,
    unique (slo, key, fired_minute)
  )`,
  'create index slo_pages_by_time on slo_pages (fired_at desc, id)',
  'create index slo_pages_open on slo_pages (slo) where resolved_at is null',
];

export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(kysely);
}
