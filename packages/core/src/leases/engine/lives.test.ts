import { expect, it } from 'vitest';
import { runLives } from '../../../../../test/simulate/run-lives.ts';
import type { Visits } from '../../../../../test/simulate/visits.ts';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';

/** `npm run simulate` lives many more, another way each time, and sees that every step met every fault. */
const worlds = 3;
const lives = 60;
/** The first of these worlds lends places in groups, the third is stopped. The same each time: a change is not to fail by what it did not do. */
const seed = 8;

it('keeps its promises through lives with faults, crashes, sleep and impatient people', {
  timeout: 600_000,
}, async () => {
  const database = await openTestDatabase();
  const visits: Visits = new Map();
  try {
    await runLives({ database, worlds, lives, seed, visits });
  } finally {
    await database.close();
  }
  expect(visits.size).toBeGreaterThan(20);
  expect([...visits.keys()]).toContainEqual(expect.stringMatching(/^members/));
});
