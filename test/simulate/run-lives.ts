import type { Database } from '@sekisho/core';
import fc from 'fast-check';
import { type Ends, liveThrough } from './lives.ts';
import { worldPlan } from './plan.ts';
import type { Visits } from './visits.ts';

/** Lives of one world share its passes, so that many cost little more than one. */
export const livesPerWorld = 200;

export interface LivesOptions {
  readonly database: Database;
  readonly worlds: number;
  /** How many lives each world has. */
  readonly lives?: number;
  readonly seed: number;
  readonly visits: Visits;
  /** Told after every world how its lives ended. */
  readonly onWorld?: (ends: Ends) => void;
}

/**
 * Lives many worlds through, each with its own people, faults, crashes and sleep.
 * Errors: throws with the broken promises, fast-check's seed and the world's plan.
 */
export async function runLives({
  database,
  worlds,
  lives = livesPerWorld,
  seed,
  visits,
  onWorld,
}: LivesOptions): Promise<void> {
  let broken: readonly string[] = [];
  const property = fc.asyncProperty(worldPlan(lives), async (plan) => {
    const { problems, ends } = await liveThrough(database, plan, visits);
    broken = problems;
    if (broken.length === 0) onWorld?.(ends);
    return broken.length === 0;
  });
  // Shrinking would live a world through for every guess: seed and path repeat it as it is.
  const run = { seed, numRuns: worlds, endOnFailure: true, skipEqualValues: false };
  const { failed, counterexamplePath, errorInstance } = await fc.check(property, run);
  if (!failed) return;
  const words = [...new Set(broken)].slice(0, 12).join('\n');
  throw new Error(`seed ${seed}, path ${counterexamplePath ?? '?'}:\n${words}`, {
    cause: errorInstance,
  });
}
