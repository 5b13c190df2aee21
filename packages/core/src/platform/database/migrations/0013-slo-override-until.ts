import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** Until when a head is let through; null as long as it is the head. */
export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  await sql.raw('alter table slo_overrides add column until timestamptz').execute(kysely);
}
