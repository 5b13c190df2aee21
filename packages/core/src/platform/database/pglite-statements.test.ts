import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatementRunner } from './pglite-pool.ts';
import { openPglite } from './pglite-runner.ts';

let runner: StatementRunner;

beforeAll(async () => {
  runner = await openPglite();
  await runner.query('create table things (id text primary key, size integer not null)', []);
});
afterAll(() => runner.close());

const rowsOf = async (sql: string, ...parameters: unknown[]) =>
  (await runner.query(sql, parameters)).rows;

describe('a statement on PGlite', () => {
  it('takes and gives values as they are', async () => {
    const at = new Date('2026-05-01T12:34:56.789Z');
    const sql = `select $1::text as text, $2::integer as integer, $3::bigint as big, $4::boolean as truth,
      $5::timestamptz as at, $6::jsonb as json, $7::bytea as bytes, $8::text[] as list, $9::text as nothing`;
    const list = ['a', 'say "b"', 'c\\d', ''];
    const given = ['関所', 7, 2 ** 40, true, at, { a: [1] }, Buffer.from([0, 255]), list, null];
    // The second time it is called by name.
    for (const _ of [1, 2]) {
      const [row] = (await rowsOf(sql, ...given)) as Record<string, unknown>[];
      const bytes = [...((row?.bytes ?? []) as Uint8Array)];
      expect({ ...row, bytes }).toEqual({
        ...{ text: '関所', integer: 7, big: 2 ** 40, truth: true, at },
        ...{ json: { a: [1] }, bytes: [0, 255], list, nothing: null },
      });
    }
  });

  it('says how many rows it changed, and that a look changed none', async () => {
    const insert = 'insert into things select $1 || i, i from generate_series(1, $2::integer) as i';
    expect(await runner.query(insert, ['n', 3])).toEqual({ rows: [], affectedRows: 3 });
    const update = 'update things set size = 9 where id like $1 returning id';
    expect((await runner.query(update, ['n%'])).affectedRows).toBe(3);
    expect((await runner.query('select * from things', [])).affectedRows).toBe(0);
    expect((await runner.query('delete from things', [])).affectedRows).toBe(3);
  });

  it('that fails says why, and works the next time', async () => {
    const divide = 'select 1 / $1::integer as one';
    await expect(runner.query(divide, [0])).rejects.toMatchObject({ code: '22012' });
    expect(await rowsOf(divide, 1)).toEqual([{ one: 1 }]);
    await expect(runner.query(divide, [0])).rejects.toMatchObject({ code: '22012' });
    expect(await rowsOf(divide, 1)).toEqual([{ one: 1 }]);
    await expect(runner.query('select nonsense', [])).rejects.toMatchObject({ code: '42703' });
  });

  it('that met a transaction already broken works in the next one', async () => {
    const fresh = 'select $1::text as fresh';
    await runner.query('begin', []);
    await expect(runner.query('select 1 / 0', [])).rejects.toMatchObject({ code: '22012' });
    await expect(runner.query(fresh, ['a'])).rejects.toMatchObject({ code: '25P02' });
    await runner.query('rollback', []);
    expect(await rowsOf(fresh, 'a')).toEqual([{ fresh: 'a' }]);
  });

  it('sees the columns of its table as they are now', async () => {
    const all = 'select * from things';
    await runner.query('insert into things values ($1, $2)', ['x', 1]);
    expect(await rowsOf(all)).toEqual([{ id: 'x', size: 1 }]);
    await runner.query('alter table things add column made text', []);
    expect(await rowsOf(all)).toEqual([{ id: 'x', size: 1, made: null }]);
    await runner.query('alter table things drop column made', []);
    expect(await rowsOf(all)).toEqual([{ id: 'x', size: 1 }]);
  });

  it('is one of any number, each called any number of times', async () => {
    const sum = async (count: number) => {
      const places = Array.from({ length: count }, (_, index) => `$${index + 1}::integer`);
      const [row] = await rowsOf(`select ${places.join(' + ')} as sum`, ...places.map(() => 1));
      return row;
    };
    // More statements than stay prepared, and one of them more often than a plan lasts.
    for (let count = 1; count <= 300; count += 1) {
      expect(await sum(count)).toEqual({ sum: count });
      expect(await sum(1)).toEqual({ sum: 1 });
    }
    const names = await rowsOf('select count(*)::integer as count from pg_prepared_statements');
    expect(names).toEqual([{ count: 256 }]);
  });
});
