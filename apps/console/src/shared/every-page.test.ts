import { expect, it } from 'vitest';
import { everyPage, pageSize } from './every-page.ts';
import { step } from './row-step.ts';

it('reads every page once, each after the last row of the one before', async () => {
  const all = Array.from({ length: 2 * pageSize + 3 }, (_, index) => index + 1);
  const asked: (number | null)[] = [];
  const rows = await everyPage<number>(async (last) => {
    asked.push(last);
    return all.slice(last ?? 0, (last ?? 0) + pageSize);
  });
  expect(rows).toEqual(all);
  expect(asked).toEqual([null, pageSize, 2 * pageSize]);
});

it('ends after a last page that is full', async () => {
  const rows = await everyPage<number>(async (last) =>
    last === null ? Array.from({ length: pageSize }, () => 1) : [],
  );
  expect(rows).toHaveLength(pageSize);
});

it('moves the choice from row to row by id, and stays on the ends', () => {
  const ids = ['a', 'b', 'c'];
  expect(step(ids, null, 1)).toBe('a');
  expect(step(ids, null, -1)).toBe('a');
  expect(step(ids, 'b', 1)).toBe('c');
  expect(step(ids, 'c', 1)).toBe('c');
  expect(step(ids, 'a', -1)).toBe('a');
  expect(step(['new', ...ids], 'a', 1)).toBe('b');
  expect(step([], null, 1)).toBeNull();
});
