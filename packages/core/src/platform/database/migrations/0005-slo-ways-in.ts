import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** What keeps SLOs from counting twice: the log events that were delivered, and the runs of probes. */
const statements = [
  // Of each minute of the events' own times, in parts that are only added; eight bytes for an event.
  `create table slo_log_events (
    source text not null,
    minute bigint not null,
    part integer not null,
    keys bytea not null,
    primary key (source, minute, part)
  )`,
  'create index slo_log_events_by_minute on slo_log_events (minute)',
  // A run is claimed by its row; without a result it was never ended.
  `create table slo_probe_runs (
    series text not null,
    due_at timestamptz not null,
    good boolean,
    faults jsonb,
    took_ms integer,
    primary key (series, due_at)
  )`,
  'create index slo_probe_runs_by_age on slo_probe_runs (due_at)',
];

export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(kysely);
}
