import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** What is agreed about SLOs: proposals of targets, corrections, and the targets that files said before. */
const statements = [
  // `number` is the order in which they were asked for; an SLO has one open proposal at a time, so
  // it is the order in which its targets were agreed as well.
  `create table slo_agreements (
    id text primary key,
    number bigint generated always as identity,
    kind text not null,
    service text not null,
    slos text[],
    state text not null,
    reason text not null,
    wish jsonb not null,
    asked_by text not null,
    asked_at timestamptz not null,
    lapses_at timestamptz not null,
    agreements jsonb not null,
    agreed_at timestamptz,
    in_force_minute bigint,
    counts_until_minute bigint,
    ended_at timestamptz,
    ended_by text,
    end_reason text,
    changed_at timestamptz not null,
    revision integer not null default 1
  )`,
  `create unique index slo_agreements_one_open_target on slo_agreements ((slos[1]))
    where kind = 'target' and state = 'open'`,
  `create index slo_agreements_open on slo_agreements (lapses_at) where state = 'open'`,
  'create index slo_agreements_by_kind on slo_agreements (kind, number desc)',
  'create index slo_agreements_by_change on slo_agreements (changed_at)',
  `create table slo_file_targets (
    slo text not null,
    from_minute bigint not null,
    target double precision not null,
    seen_at timestamptz not null,
    primary key (slo, from_minute)
  )`,
];

export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(kysely);
}
