import { expect, it } from 'vitest';
import { turnableClock } from '../../../../test/support/world.ts';
import { createDatabaseClock } from './clock.ts';

const ahead = 5000;

/** A machine whose clock is behind the database's, and a network that can be slow in one direction. */
function open() {
  const local = turnableClock();
  const slow = { there: 0, back: 0 };
  let offset = ahead;
  const clock = createDatabaseClock(async () => {
    local.turn(slow.there);
    const now = new Date(local.now().getTime() + offset);
    local.turn(slow.back);
    return now;
  }, local);
  return {
    ...{ local, clock, slow },
    set: (ms: number) => void (offset = ms),
    error: () => clock.now().getTime() - local.now().getTime() - offset,
  };
}

it('follows the database through a quick network', async () => {
  const { clock, slow, error } = open();
  slow.there = 0.01;
  slow.back = 0.01;
  await clock.sync();
  expect(error()).toBe(0);
});

it('is not led astray by an answer that took long to come', async () => {
  const { clock, local, slow, error } = open();
  slow.back = 0.02;
  await clock.sync();
  local.turn(30);
  slow.back = 8;
  await clock.sync();
  expect(Math.abs(error())).toBeLessThanOrEqual(10);
});

it('takes a slow answer when it has nothing better, and a better one after it', async () => {
  const { clock, local, slow, error } = open();
  slow.back = 8;
  await clock.sync();
  expect(Math.abs(error())).toBe(4000);
  local.turn(30);
  slow.back = 0.02;
  await clock.sync();
  expect(Math.abs(error())).toBe(10);
});

it('believes a slow answer that the old measurement cannot explain, and one after a long time', async () => {
  const { clock, local, slow, set, error } = open();
  await clock.sync();
  set(ahead + 3600_000);
  slow.back = 4;
  await clock.sync();
  expect(Math.abs(error())).toBe(2000);
  local.turn(24 * 3600);
  slow.back = 0;
  slow.there = 2;
  await clock.sync();
  expect(Math.abs(error())).toBe(1000);
});
