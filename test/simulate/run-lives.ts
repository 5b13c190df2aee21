import type { Database } from '@sekisho/core';
import fc from 'fast-check';
import { liveThrough } from './lives.ts';
import { worldPlan } from './plan.ts';
import type { Visits } from './visits.ts';

/** Lives of one world share its passes, so that many cost little more than one. */
export const livesPerWorld = 100;

export interface LivesOptions {
  readonly database: Database;
  /** How many worlds of `livesPerWorld` lives. */
  readonly worlds: number;
  readonly seed: number;
  readonly visits: Visits;
  /** Told after every world. */
  readonly onWorld?: () => void;
}

/**
 * Lives many worlds through, each with its own people, faults, crashes and sleep.
 * Errors: throws with the broken promises, fast-check's seed and the world's plan.
 */
export async function runLives({
  database,
  worlds,
  seed,
  visits,
  onWorld,
}: LivesOptions): Promise<void> {
  let broken: readonly string[] = [];
  const property = fc.asyncProperty(worldPlan(livesPerWorld), async (plan) => {
    broken = await liveThrough(database, plan, visits);
    if (broken.length === 0) onWorld?.();
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
