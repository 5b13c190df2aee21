import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { useBench } from '../../../../test/support/engine-bench.ts';
import { createTestPostgres } from '../../../../test/support/test-database.ts';
import { type Database, openOn, openPostgres } from '../platform/database/database.ts';
import { migrations } from '../platform/database/migrate.ts';
import { openPglite } from '../platform/database/pglite-runner.ts';
import { dump } from './dump.ts';
import { type BackupHeader, leftOut } from './format.ts';
import { load } from './load/load.ts';
import { seal, unseal } from './seal.ts';
import { tableNames } from './store.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const bench = useBench();
let target: Database;

beforeAll(async () => {
  target = await openOn(await openPglite(), { asItIs: true });
});
afterAll(() => target.close());

async function gathered<T extends string | Uint8Array>(parts: AsyncIterable<T>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(Buffer.from(part as string));
  return Buffer.concat(all);
}

async function* bytes(whole: Uint8Array) {
  for (let at = 0; at < whole.length; at += 1000) yield whole.subarray(at, at + 1000);
}

const backup = async (...recipients: string[]) =>
  gathered(await seal(dump(bench.database), recipients));
const restore = (whole: Uint8Array, ...identities: string[]) =>
  load(target, unseal(bytes(whole), identities));
const fault = (work: Promise<unknown>) =>
  work.then(
    () => 'restored',
    (error: { fault?: string; message: string }) => error.fault ?? error.message,
  );

/** A world with leases that live and that ended, on which everything below is done. */
async function lived(): Promise<void> {
  await bench.core.begin();
  const over = await bench.ask();
  await bench.live(120);
  await bench.as('engineer', 'ops.stop', { id: over });
  await bench.live(1200);
  await bench.as('engineer', 'token.create', { name: 'laptop', scopes: ['ops.*'], expires: '30d' });
  await bench.ask({ reason: '日本語の"注記"\\ \u2028 {a,b}' });
  await bench.live(120);
}

const rowsIn = async (database: Database, table: string) =>
  (await sql.raw(`select * from ${table} order by 1, 2`).execute(database.kysely)).rows;

describe('a backup', () => {
  it('brings back every row as it was, and nothing half done of what is no whole backup', async () => {
    await lived();
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    const other = await generateX25519Identity();
    const sealed = await backup(await identityToRecipient(other), recipient);
    const clear = await backup();

    const flipped = Buffer.from(sealed);
    flipped[flipped.length - 300] = (flipped[flipped.length - 300] ?? 0) ^ 1;
    const flippedClear = Buffer.from(clear);
    flippedClear[clear.length >> 1] = (flippedClear[clear.length >> 1] ?? 0) ^ 1;
    const stranger = await generateX25519Identity();
    expect(await fault(restore(sealed))).toBe('needs-identity');
    expect(await fault(restore(sealed, stranger))).toBe('wrong-identity');
    expect(await fault(restore(sealed, 'AGE-SECRET-KEY-1NONE'))).toBe('bad-identity');
    expect(await fault(restore(flipped, identity))).toBe('damaged');
    expect(await fault(restore(sealed.subarray(0, -20), identity))).toBe('damaged');
    expect(await fault(restore(flippedClear))).toBe('damaged');
    expect(await fault(restore(clear.subarray(0, -20)))).toBe('cut-short');
    expect(await fault(restore(Buffer.from('a letter\n')))).toBe('not-a-backup');
    expect(await fault(restore(Buffer.alloc(0)))).toBe('not-a-backup');
    expect(await tableNames(target.kysely)).toEqual([]);

    const loaded = await restore(sealed, identity);
    expect(loaded.header.installation).toBe('practice');
    for (const table of ['leases', 'entries', 'entry_texts', 'approvals', 'timeline_heads'])
      expect(await rowsIn(target, table), table).toEqual(await rowsIn(bench.database, table));
    expect(await rowsIn(target, 'leases')).toHaveLength(2);
    const next = await sql<{ next: number }>`
      select nextval(pg_get_serial_sequence('outbox', 'id')) as next`.execute(target.kysely);
    const last = await sql<{ last: number }>`select max(id) as last from outbox`.execute(
      bench.database.kysely,
    );
    expect(next.rows[0]?.next).toBeGreaterThan(last.rows[0]?.last ?? Number.NaN);
    expect(await rowsIn(target, 'tokens')).toMatchObject([{ revoked_at: expect.any(Date) }]);
    expect(await fault(restore(clear))).toBe('not-empty');
  });

  it('holds no session, no login and nothing else that lets somebody in', async () => {
    await sql`insert into settings (key, value)
      select 'many-' || n, '1' from generate_series(1, 30) as n`.execute(bench.database.kysely);
    const pieces: string[] = [];
    for await (const piece of dump(bench.database)) pieces.push(piece);
    // Few rows at a time: each may be as large as a whole plan.
    expect(Math.max(...pieces.map((piece) => piece.split('\n').length - 1))).toBe(20);
    const lines = pieces
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    const named = lines.flatMap((line) => ('table' in line ? [String(line.table)] : []));
    expect(named).toContain('leases');
    const known = await tableNames(bench.database.kysely);
    for (const table of leftOut) {
      expect(known).toContain(table);
      expect(named).not.toContain(table);
    }
    expect(named.length + leftOut.length).toBe(known.length);
  });

  it('is refused by an older Sekisho, in another format, and when its end was taken away', async () => {
    const text = (await gathered(dump(bench.database))).toString('utf8');
    const [first = '', ...rest] = text.split('\n');
    const header = JSON.parse(first) as BackupHeader;
    const empty = await openOn(await openPglite(), { asItIs: true });
    const again = (changed: object) => {
      const lines = [JSON.stringify({ ...header, ...changed }), ...rest].join('\n');
      return fault(load(empty, bytes(Buffer.from(lines))));
    };
    expect(await again({ migrations: [...header.migrations, '9999-later'] })).toBe('newer');
    expect(await again({ format: 2 })).toBe('other-format');
    expect(await again({ takenAt: '2026-01-01T00:00:00.000Z' })).toBe('damaged');
    const cut = `${text.split('\n').slice(0, -2).join('\n')}\n`;
    expect(await fault(load(empty, bytes(Buffer.from(cut))))).toBe('cut-short');
    expect(await tableNames(empty.kysely)).toEqual([]);
    expect(header.migrations).toEqual(Object.keys(migrations));
    await empty.close();
  });

  it.skipIf(inject('database').kind !== 'postgres')(
    'may be waited for by a slow network, which a server of PostgreSQL may not be',
    async () => {
      const { url, drop } = await createTestPostgres();
      const limit = async (options: { readonly asItIs?: true }) => {
        const database = await openPostgres({ url, ...options });
        const asked = sql<{ s: number }>`select extract(epoch from
          current_setting('idle_in_transaction_session_timeout')::interval)::int as s`;
        const { rows } = await asked.execute(database.kysely);
        await database.close();
        return rows[0]?.s;
      };
      expect([await limit({ asItIs: true }), await limit({})]).toEqual([600, 10]);
      await drop();
    },
  );

  it.skipIf(inject('database').kind !== 'postgres')(
    'is refused by a database that a server began to use meanwhile',
    async () => {
      const { url, drop } = await createTestPostgres();
      const empty = await openPostgres({ url, asItIs: true });
      await sql`drop schema public cascade`.execute(empty.kysely);
      await sql`create schema public`.execute(empty.kysely);
      const whole = await gathered(dump(bench.database));
      async function* slowly() {
        const server = await openPostgres({ url });
        await sql`insert into timeline_heads values ('main', 1, 'x')`.execute(server.kysely);
        await server.close();
        yield* bytes(whole);
      }
      expect(await fault(load(empty, slowly()))).toBe('not-empty');
      expect(await rowsIn(empty, 'timeline_heads')).toHaveLength(1);
      await empty.close();
      await drop();
    },
  );
});
