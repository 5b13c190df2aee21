import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** Until when what a lease gave may work on after its deadline, so that it can be stopped meanwhile. */
export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  await sql.raw('alter table leases add column drains_until timestamptz').execute(kysely);
}
