import type { Core, Database } from '@sekisho/core';
import type { turnableClock } from '../support/world.ts';
import type { Mortal } from './mortal.ts';
import type { WorldPlan } from './plan.ts';
import type { Scene } from './scene.ts';
import type { Visits } from './visits.ts';

/** One world while it is lived through. */
export interface Simulation {
  readonly database: Database;
  readonly plan: WorldPlan;
  readonly visits: Visits;
  readonly scene: Scene;
  readonly clock: ReturnType<typeof turnableClock>;
  readonly random: () => number;
  /** Does verbs; never dies. */
  readonly door: Core;
  readonly engines: Mortal[];
  readonly problems: string[];
  readonly queue: { at: number; run: () => Promise<void> }[];
  /** How often somebody clicked. */
  clicks: number;
}
