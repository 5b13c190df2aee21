import { expect, it } from 'vitest';
import { livesPerWorld, runLives } from '../../../../../test/simulate/run-lives.ts';
import type { Visits } from '../../../../../test/simulate/visits.ts';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';

/** `npm run simulate` lives many more, and sees that every step met every fault. */
const lives = Number(process.env.SEKISHO_LIVES ?? 300);

it('keeps its promises through lives with faults, crashes, sleep and impatient people', {
  timeout: 600_000,
}, async () => {
  const database = await openTestDatabase();
  const visits: Visits = new Map();
  const seed = Math.floor(Math.random() * 2 ** 31);
  try {
    await runLives({ database, worlds: Math.ceil(lives / livesPerWorld), seed, visits });
  } finally {
    await database.close();
  }
  expect(visits.size).toBeGreaterThan(20);
});
