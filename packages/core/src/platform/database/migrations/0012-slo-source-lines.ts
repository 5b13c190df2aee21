import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** How many log lines of a source were read on a UTC day (reason ''), and how many were not understood, by reason. */
const statements = [
  `create table slo_source_lines (
    source text not null,
    day integer not null,
    reason text not null,
    lines bigint not null,
    shape text not null,
    primary key (source, day, reason)
  )`,
];

export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(kysely);
}
