import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { turnableClock } from '../../../../../test/support/world.ts';
import type { Database } from '../database/database.ts';
import { sharedFailures } from './failures.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const limit = { most: 3, windowSeconds: 60 };

it('counts failures for all replicas together, and from one again after their time', async () => {
  const clock = turnableClock();
  const [first, second] = [
    sharedFailures({ database, clock }),
    sharedFailures({ database, clock }),
  ];
  await Promise.all([first, second, first].map((one) => one.note('sign-in/203.0.113.9', limit)));
  expect(await second.wait('sign-in/203.0.113.9', limit)).toBe(60);
  expect(await second.wait('sign-in/203.0.113.10', limit)).toBe(0);
  clock.turn(59);
  expect(await first.wait('sign-in/203.0.113.9', limit)).toBe(1);
  clock.turn(1);
  expect(await first.wait('sign-in/203.0.113.9', limit)).toBe(0);
  await first.note('sign-in/203.0.113.9', limit);
  expect(await second.wait('sign-in/203.0.113.9', limit)).toBe(0);
});
