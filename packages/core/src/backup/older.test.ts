import { type Kysely, sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { useBench } from '../../../../test/support/engine-bench.ts';
import type { AnyTables } from '../platform/database/any-tables.ts';
import { openOn } from '../platform/database/database.ts';
import { migrate, migrations } from '../platform/database/migrate.ts';
import { openPglite } from '../platform/database/pglite-runner.ts';
import { dump } from './dump.ts';
import { load } from './load/load.ts';
import { seal, unseal } from './seal.ts';
import { tableNames } from './store.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const bench = useBench();
/** Before leases had parts and drained, and before sessions were recorded. */
const then = '0016-access-drift';

const empty = async () => openOn(await openPglite(), { asItIs: true });
const rowsIn = async (kysely: Kysely<AnyTables>, table: string) =>
  (await sql.raw<object>(`select * from ${table} order by 1, 2`).execute(kysely)).rows;

/** Fills an older schema with what today's database has, as far as it has a place for it. */
async function fill(old: Kysely<AnyTables>, today: Kysely<AnyTables>): Promise<void> {
  // Rows come in any order.
  await sql`set session_replication_role = replica`.execute(old);
  for (const table of await tableNames(old)) {
    const name = sql.table(table);
    const found = await sql<{ rows: unknown }>`
      select coalesce(jsonb_agg(one), '[]'::jsonb) as rows from ${name} one`.execute(today);
    const rows = JSON.stringify(found.rows[0]?.rows);
    await sql`delete from ${name}`.execute(old);
    await sql`insert into ${name} overriding system value
      select * from jsonb_populate_recordset(null::${name}, ${rows}::text::jsonb)`.execute(old);
  }
  await sql`set session_replication_role = origin`.execute(old);
}

it('brings a backup of an older schema forward, every row with it', async () => {
  await bench.core.begin();
  const over = await bench.ask();
  await bench.live(120);
  await bench.as('engineer', 'ops.stop', { id: over });
  await bench.ask({ reason: '前の版で頼んだ' });
  await bench.live(1200);
  const today = bench.database.kysely;
  const [old, target] = [await empty(), await empty()];
  await migrate(old.kysely, then);
  await fill(old.kysely, today);

  const { header } = await load(target, unseal(await seal(dump(old), []), []));

  expect(header.migrations.at(-1)).toBe(then);
  const had = await rowsIn(old.kysely, 'leases');
  expect(had).toHaveLength(2);
  expect(had[0]).not.toHaveProperty('drains_until');
  const now = await rowsIn(target.kysely, 'leases');
  expect(now).toEqual(had.map((row) => ({ ...row, part_of: null, drains_until: null })));
  for (const table of ['entries', 'entry_texts', 'timeline_heads', 'approvals'])
    expect(await rowsIn(target.kysely, table), table).toEqual(await rowsIn(today, table));
  expect(await tableNames(target.kysely)).toEqual(await tableNames(today));
  const names = await target.kysely
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  expect(names.map(({ name }) => name)).toEqual(Object.keys(migrations));
  await old.close();
  await target.close();
});
