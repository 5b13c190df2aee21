import { expect, it } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { keepCount } from './kept-counts.ts';

/** Only who it is matters. */
const someDatabase = () => ({}) as Database;
const usual = { lane: 'a', most: 2, now: 0 };

it('lets callers of one lane take turns, and turns away who would wait too long', async () => {
  const database = someDatabase();
  const { promise, resolve } = Promise.withResolvers<string>();
  const begun: string[] = [];
  const first = keepCount(database, { ...usual, key: 'one' }, () => {
    begun.push('one');
    return promise;
  });
  const second = keepCount(database, { ...usual, key: 'two' }, async () => begun.push('two'));
  expect(await keepCount(database, { ...usual, key: 'three' }, async () => 3)).toBeNull();
  expect(await keepCount(database, { ...usual, lane: 'b', key: 'four' }, async () => 4)).toBe(4);
  expect(begun).toEqual(['one']);
  resolve('done');
  expect([await first, await second]).toEqual(['done', 2]);
  expect(await keepCount(database, { ...usual, key: 'three' }, async () => 3)).toBe(3);
});

it('gives what was counted a while ago, unless it failed or was not worth it', async () => {
  const database = someDatabase();
  let count = 0;
  const more = async () => (count += 1);
  const worth = (counted: unknown) => counted !== 1;
  const ask = (now: number) => keepCount(database, { ...usual, key: 'a', now, worth }, more);
  expect([await ask(0), await ask(0), await ask(299_999), await ask(300_000)]).toEqual([
    1, 2, 2, 3,
  ]);
  const broken = { ...usual, key: 'b' };
  const fail = () => Promise.reject(new Error('no'));
  await expect(keepCount(database, broken, fail)).rejects.toThrow('no');
  expect(await keepCount(database, broken, more)).toBe(4);
});
