import type { Checkpoint, ExportedEntry } from '@sekisho/contract';
import { type Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { forge, writeEntries } from '../../test/chain.ts';
import type { TimelineTables } from './store.ts';

let world: TestWorld;
let kysely: Kysely<TimelineTables>;
let last: number;
let anchor: Checkpoint;

const tables = ['entries', 'entry_texts', 'timeline_heads'] as const;

/** The entry that is tampered with: neither the first nor the last, and with texts beside it. */
const k = 6;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase() });
  kysely = world.database.kysely;
  await writeEntries(world, 9);
  anchor = await world.as('sre', 'timeline.anchor', {});
  await writeEntries(world, 4);
  for (const table of tables) await run(`create table kept_${table} as select * from ${table}`);
  last = (await verify()).entries;
  expect((await textsOf(k)).length).toBeGreaterThan(0);
});

afterEach(async () => {
  for (const table of tables) {
    await run(`delete from ${table}`);
    await run(`insert into ${table} select * from kept_${table}`);
  }
});

afterAll(() => world.database.close());

const run = (statement: string) => sql.raw(statement).execute(kysely);
const verify = (anchors?: Checkpoint[]) => world.as('auditor', 'timeline.verify', { anchors });
const textsOf = (number: number) =>
  kysely.selectFrom('entry_texts').selectAll().where('number', '=', number).execute();

const forged = `'${'f'.repeat(64)}'`;
const columns: Record<string, readonly string[]> = {
  'entries.chain': ["'aside'"],
  'entries.number': ['999', '-6'],
  'entries.at': ["at + interval '1 millisecond'", "'infinity'", "at - interval '1 year'"],
  'entries.actor': ["'auditor'", "''"],
  'entries.action': ["'ops.stop'"],
  'entries.outcome': ["'refused'"],
  'entries.subject': ["'other'", 'null'],
  'entries.environment': ["'production'", 'null'],
  'entries.service': ["'search'", 'null'],
  'entries.lease': ["'ops-99999999'", 'null'],
  'entries.body': ["replace(body, 'staging', 'sandbox')", "body || ' '", "'not json'", "''"],
  'entries.previous': [forged],
  'entries.hash': [forged],
  'entry_texts.chain': ["'aside'"],
  'entry_texts.number': [String(k + 1)],
  'entry_texts.name': ["name || '2'"],
  'entry_texts.salt': ["reverse(salt) || '0'"],
  'entry_texts.text': ["'because of something else'", "''"],
  'timeline_heads.chain': ["'aside'"],
  'timeline_heads.number': ['number - 1', 'number + 1', '0'],
  'timeline_heads.hash': [forged],
};

it('knows every column that can be tampered with', async () => {
  const { rows } = await sql<{ name: string }>`select table_name || '.' || column_name as name
    from information_schema.columns
    where table_schema = 'public' and table_name in (${sql.join([...tables])})`.execute(kysely);
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(columns).sort());
});

describe.each(Object.entries(columns))('%s', (name, values) => {
  const [table = '', column = ''] = name.split('.');
  it.each(values)('set to %s is found', async (value) => {
    const where = table === 'timeline_heads' ? '' : `where number = ${k}`;
    await run(`update ${table} set ${column} = ${value} ${where}`);
    const { ok, broken } = await verify();
    expect(ok).toBe(false);
    if (table === 'timeline_heads') expect(broken?.number).toBeGreaterThan(0);
    else expect(broken?.number).toBe(k);
  });
});

describe('a chain in the database', () => {
  it('holds as it was written, with its anchor', async () => {
    expect(await verify([anchor])).toMatchObject({ ok: true, broken: null, anchorsChecked: 1 });
  });

  it('is found out when two rows are swapped', async () => {
    await run(`update entries set number = -1 where number = ${k}`);
    await run(`update entries set number = ${k} where number = ${k + 1}`);
    await run(`update entries set number = ${k + 1} where number = -1`);
    expect((await verify()).broken?.number).toBe(k);
  });

  it.each([1, k, 13])('is found out when row %i is removed', async (number) => {
    await run(`delete from entries where number = ${number}`);
    expect((await verify()).broken).toEqual({ number, check: 'missing-entry' });
  });

  it('is found out when its tail is cut', async () => {
    await run(`delete from entries where number > ${k}`);
    expect((await verify()).broken).toEqual({ number: k + 1, check: 'tail-cut' });
    await run('delete from timeline_heads');
    expect((await verify()).broken).toEqual({ number: 1, check: 'head' });
  });

  it('is found out by an anchor when its tail is cut and its head put right', async () => {
    await run(`delete from entries where number > ${k}`);
    await run(`update timeline_heads set (number, hash) =
      (select number, hash from entries where number = ${k})`);
    expect((await verify()).ok).toBe(true);
    const cut = { number: k + 1, check: 'cut-before-anchor' };
    expect((await verify([anchor])).broken).toEqual(cut);
  });

  it('is found out by an anchor when everything was emptied', async () => {
    for (const table of tables) await run(`delete from ${table}`);
    expect((await verify([anchor])).broken).toEqual({ number: 1, check: 'cut-before-anchor' });
  });

  it('is found out by an anchor when all of it was computed again', async () => {
    await store(forge(await exported(), k, (body) => ({ ...body, outcome: 'refused' })));
    await run(`update entries set outcome = 'refused' where number = ${k}`);
    expect((await verify()).ok).toBe(true);
    const { broken } = await verify([anchor]);
    expect(broken).toEqual({ number: anchor.number, check: 'anchor' });
  });

  it.each(['7', 'null', '{}', `{"number":${k}}`, `{"number":${k},"actor":{"id":"x"}}`])(
    'is judged, not stumbled over, when a body was made %s and all computed again',
    async (body) => {
      await store(forge(await exported(), k, () => JSON.parse(body)));
      expect((await verify()).broken?.number).toBe(k);
    },
  );

  it('still holds when a text was erased with its salt', async () => {
    await run(`update entry_texts set text = null, salt = '' where number = ${k}`);
    expect(await verify([anchor])).toMatchObject({ ok: true });
    const [entry] = await world.as('auditor', 'timeline.list', { before: k + 1, limit: 1 });
    expect(entry).toMatchObject({ number: k, texts: {} });
  });

  it.each(['delete from entry_texts', "insert into entry_texts values ('main', 6, 'x', '', 'x')"])(
    'is found out when a text appears or vanishes: %s',
    async (statement) => {
      await run(statement.startsWith('delete') ? `${statement} where number = ${k}` : statement);
      expect((await verify()).broken?.number).toBe(k);
    },
  );
});

const exported = (): Promise<ExportedEntry[]> => world.as('auditor', 'timeline.export', {});

/** Puts a forged chain in the place of the true one, its head included. */
async function store(entries: readonly ExportedEntry[]): Promise<void> {
  for (const { number, body, previous, hash } of entries.toReversed()) {
    const text = Buffer.from(body, 'base64').toString();
    const row = { body: text, previous, hash };
    await kysely.updateTable('entries').set(row).where('number', '=', number).execute();
  }
  const head = entries.at(-1);
  expect(head?.number).toBe(last);
  await kysely
    .updateTable('timeline_heads')
    .set({ hash: head?.hash ?? '' })
    .execute();
}
