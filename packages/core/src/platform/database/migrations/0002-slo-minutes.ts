import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** Minutes of SLOs: what each segment gave to each day, the days folded of it, and what sources have been read of. */
const statements = [
  `create table slo_contributions (
    series text not null,
    segment text not null,
    day integer not null,
    source text not null,
    extent bigint not null,
    covers text not null,
    minutes bytea not null,
    primary key (series, segment, day)
  )`,
  'create index slo_contributions_by_segment on slo_contributions (source, segment)',
  'create index slo_contributions_by_day on slo_contributions (day)',
  `create table slo_days (
    series text not null,
    day integer not null,
    version integer not null,
    changed_at timestamptz not null,
    edges text not null,
    block bytea not null,
    primary key (series, day)
  )`,
  'create index slo_days_by_change on slo_days (changed_at)',
  'create index slo_days_by_day on slo_days (day)',
  `create table slo_sources (
    source text primary key,
    covered_to bigint,
    listed_from integer,
    listed_to bigint,
    error text,
    error_code text,
    error_at timestamptz,
    failures integer not null default 0,
    next_attempt_at timestamptz,
    succeeded_at timestamptz
  )`,
  `create table slo_series (
    series text primary key,
    source text not null,
    backfill_at bigint not null,
    read_from bigint,
    read_to bigint
  )`,
  `create table slo_objects (
    source text not null,
    key text not null,
    number bigint generated always as identity,
    etag text not null,
    size bigint not null,
    modified_at timestamptz not null,
    state text not null,
    read_etag text,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    damage text,
    primary key (source, key)
  )`,
  'create unique index slo_objects_by_number on slo_objects (source, number)',
  `create index slo_objects_pending on slo_objects (source, modified_at) where state = 'pending'`,
  'create index slo_objects_by_age on slo_objects (modified_at)',
  `create table slo_files (
    source text not null,
    file text not null,
    path text not null,
    place bigint not null,
    beginning text not null,
    seen_at timestamptz not null,
    primary key (source, file)
  )`,
];

export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(kysely);
}
