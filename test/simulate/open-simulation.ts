import { AppError, createCore, type Database } from '@sekisho/core';
import { createRng } from '@sekisho/practice/aws';
import { clearDatabase } from '../../packages/core/test/clear-database.ts';
import { countingIds, practiceConfig, turnableClock } from '../support/world.ts';
import { groupsScene } from './groups/groups-scene.ts';
import { schedule } from './people.ts';
import type { WorldPlan } from './plan.ts';
import { serversScene } from './servers/servers-scene.ts';
import type { Simulation } from './simulation.ts';
import type { Visits } from './visits.ts';

/** Practice's rules with room for many leases and a short wait for everything. */
const config = practiceConfig(
  (yaml) =>
    `${yaml
      .replaceAll('      launchTemplate:', '      quota: 1000\n      launchTemplate:')
      .replace(
        'idleAfter: 30m',
        'idleAfter: 8m',
      )}  lapseAfter: 20m\n  readyWithin: 1m\n  quietPeriod: 6m\n`,
);

/** Empties the database and begins the world that was planned. */
export async function openSimulation(
  database: Database,
  plan: WorldPlan,
  visits: Visits,
): Promise<Simulation> {
  await clearDatabase(database);
  const clock = turnableClock();
  const random = createRng(plan.seed).next;
  const problems: string[] = [];
  const scene = (plan.lends === 'servers' ? serversScene : groupsScene)({
    ...{ database, clock, config, random, visits, seed: plan.seed },
    blame: (problem) => problems.push(problem),
    onFailure(what, error) {
      if (!isExpected(error)) problems.push(`${what}: ${String(error)}`);
    },
  });
  const door = createCore({
    ...{ database, clock, ids: countingIds(), ports: scene.ports },
    config: () => config,
  });
  await door.begin();
  const simulation: Simulation = {
    ...{ database, plan, visits, scene, clock, random, door, problems },
    engines: [scene.newEngine(), scene.newEngine()],
    ...{ queue: [], clicks: 0 },
  };
  simulation.queue.push(...schedule(simulation));
  return simulation;
}

function isExpected(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  if (error instanceof AppError) return error.code === 'changed-meanwhile';
  // A step ordered before a restart waits until the first sweep after it has compared.
  return name === 'CloudError' || name === 'ClaimLost' || name === 'SweepWithheld';
}
