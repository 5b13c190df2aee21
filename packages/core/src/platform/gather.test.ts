import { expect, it } from 'vitest';
import { gather } from './gather.ts';

it('does together what came while it was busy, and answers each its own', async () => {
  const batches: number[][] = [];
  const double = gather(async (batch: readonly number[]) => {
    batches.push([...batch]);
    return batch.map((one) => one * 2);
  }, 3);
  expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([[1], [2, 3, 4], [5]]);
});

it('lets a bad one fail alone', async () => {
  const positive = gather(async (batch: readonly number[]) => {
    if (batch.some((one) => one < 0)) throw new Error('negative');
    return batch;
  }, 10);
  const settled = await Promise.allSettled([1, 2, -3, 4].map(positive));
  expect(settled.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(await positive(5)).toBe(5);
});
