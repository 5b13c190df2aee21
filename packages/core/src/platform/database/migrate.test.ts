import { sql } from 'kysely';
import { describe, expect, inject, it } from 'vitest';
import { createTestPostgres } from '../../../../../test/support/test-database.ts';
import { createWorld } from '../../../../../test/support/world.ts';
import { activeLease, requestedLease } from '../../../test/leases.ts';
import { type Database, openOn, openPostgres } from './database.ts';
import { migrations } from './migrate.ts';
import { openPglite } from './pglite-runner.ts';

const onPostgres = inject('database').kind === 'postgres';

/** A database that can be opened again while it is open, as another replica or a later release would. */
async function reopenable(): Promise<{ open(): Promise<Database>; end(): Promise<void> }> {
  if (onPostgres) {
    const { url, drop } = await createTestPostgres();
    return { open: () => openPostgres({ url, poolSize: 4 }), end: drop };
  }
  const runner = await openPglite();
  // Closing one opener must not close what the other still uses.
  const shared = { query: runner.query, close: async () => undefined };
  return { open: () => openOn(shared), end: runner.close };
}

async function emptied(database: Database): Promise<void> {
  await sql`drop schema public cascade`.execute(database.kysely);
  await sql`create schema public`.execute(database.kysely);
}

async function migrated({ kysely }: Database): Promise<string[]> {
  const rows = await kysely.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

async function counts({ kysely }: Database): Promise<Record<string, number>> {
  const tables = await kysely.introspection.getTables();
  const found = tables.map(async ({ name }) => {
    const count = kysely.fn.countAll().as('count');
    const row = await kysely.selectFrom(name).select(count).executeTakeFirst();
    return [name, Number(row?.count)] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

describe('migrating', () => {
  it('brings an empty database up to date', async () => {
    const { open, end } = await reopenable();
    const before = await open();
    await emptied(before);
    const database = await open();
    expect(await migrated(database)).toEqual(Object.keys(migrations));
    const rows = await counts(database);
    expect(rows).toMatchObject({ entries: 0, leases: 0, outbox: 0, tokens: 0 });
    await Promise.all([before.close(), database.close()]);
    await end();
  });

  it('refuses a database that a newer Sekisho has migrated, and says so', async () => {
    const { open, end } = await reopenable();
    const newer = await open();
    const later = { name: '9999-later', timestamp: new Date().toISOString() };
    await newer.kysely.insertInto('kysely_migration').values(later).execute();
    await expect(open()).rejects.toMatchObject({
      cause: { message: 'a newer Sekisho has migrated it (9999-later), so start that one' },
    });
    await newer.close();
    await end();
  });

  it('keeps every row of a filled database, and its chain', async () => {
    const { open, end } = await reopenable();
    const old = await open();
    const world = await createWorld({ database: old });
    await activeLease(world);
    await requestedLease(world);
    const token = { name: 'a', scopes: ['*'], expires: '1d' };
    await world.as('engineer', 'token.create', token);
    const before = await counts(old);
    expect(before).toMatchObject({ leases: 2, tokens: 1 });
    const database = await open();
    expect(await counts(database)).toEqual(before);
    const later = await createWorld({ database, clock: world.clock });
    expect(await later.as('sre', 'timeline.verify', {})).toMatchObject({ ok: true });
    await Promise.all([old.close(), database.close()]);
    await end();
  });

  it.skipIf(!onPostgres)(
    'lets replicas that open an empty database at once take turns',
    async () => {
      const { open, end } = await reopenable();
      const before = await open();
      for (let round = 0; round < 3; round += 1) {
        await emptied(before);
        const opened = await Promise.all([open(), open(), open(), open()]);
        for (const database of opened) {
          expect(await migrated(database)).toEqual(Object.keys(migrations));
          await database.close();
        }
      }
      await before.close();
      await end();
    },
  );
});
