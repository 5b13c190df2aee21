import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeferredWork } from './deferred-work.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

test('is done once each and in order, after 50 ms at the latest', () => {
  const done: number[] = [];
  const { add } = createDeferredWork((item: number) => done.push(item));
  add(0);
  vi.advanceTimersByTime(49);
  add(1);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(done).toEqual([0, 1]);
  add(2);
  vi.advanceTimersByTime(50);
  expect(done).toEqual([0, 1, 2]);
});

test('never holds more than 64, nor more than one timer', () => {
  const done: number[] = [];
  const { add } = createDeferredWork((item: number) => done.push(item));
  for (const item of upTo(150)) add(item);
  expect(done).toEqual(upTo(128));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(50);
  expect(done).toEqual(upTo(150));
  expect(vi.getTimerCount()).toBe(0);
});

test('is done at once when asked for, also what its own work added', () => {
  const done: number[] = [];
  const { add, flush } = createDeferredWork((item: number) => {
    done.push(item);
    if (item === 0) add(1);
  });
  add(0);
  flush();
  flush();
  expect(done).toEqual([0, 1]);
});
