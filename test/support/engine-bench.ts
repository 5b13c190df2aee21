import { newSigningKey, signerFromPem } from '@sekisho/core';
import {
  actOnMachine,
  advance,
  createInProcessCloud,
  createRng,
  type Fault,
  type InProcessCloud,
  type MachineAct,
} from '@sekisho/practice/aws';

export { practiceDirectory } from '@sekisho/practice/aws';

import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Database } from '../../packages/core/src/platform/database/database.ts';
import { clearDatabase } from '../../packages/core/test/clear-database.ts';
import { roomyConfig } from '../../packages/core/test/leases.ts';
import { createMortalEngine, type MortalEngine } from '../simulate/mortal-engine.ts';
import { openTestDatabase } from './test-database.ts';
import { createWorld, type TestWorld, type WorldOptions } from './world.ts';

/** A world of its own on a database that tests share, and what is in its cloud. */
export interface EngineBench extends TestWorld {
  /** Another process on the same database and cloud, that can be made to die or sleep; `calls` counts what it asks of the cloud. */
  anotherEngine(): { readonly engine: MortalEngine; readonly calls: string[] };
  fault(...faults: Fault[]): void;
  /** Lets time pass in the cloud while no engine runs. */
  pass(seconds: number): void;
  /** Instances of a lease that are not ended or ending. */
  living(lease: string): { readonly id: string; readonly clientToken: string | null }[];
  /** Client tokens of everything that was ever launched for a lease. */
  tokens(lease: string): (string | null)[];
  inside(lease: string, act: MachineAct['act']): string;
  /** Asks for a server and turns the engine once. */
  ask(wish?: object): Promise<string>;
  state(lease: string): Promise<string>;
  /** When the lease's switch fires; null when there is none. */
  armedFor(lease: string): number | null;
  /** Orders of a topic, by dedupe key. */
  ordered(topic: string): Promise<string[]>;
}

/** A cloud without a clock, for tests of what stands before it. */
export function timelessCloud(): InProcessCloud {
  return createInProcessCloud({ now: () => 0, rng: createRng(1).next });
}

/**
 * A bench for the tests of a file: on one database, but a world of its own for each test. What it
 * answers with is always the bench of the test that runs.
 */
export function useBench(edit?: (yaml: string) => string): EngineBench {
  let database: Database | undefined;
  let bench: EngineBench | undefined;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(async () => {
    if (database !== undefined) bench = await openBench(database, edit);
  });
  afterAll(() => database?.close());
  return new Proxy({} as EngineBench, {
    get(_, name) {
      if (bench === undefined) throw new Error('the bench is there from the first test on');
      return Reflect.get(bench, name) as unknown;
    },
  });
}

export async function openBench(
  database: Database,
  edit?: (yaml: string) => string,
  more: Pick<WorldOptions, 'chatGroups'> = {},
): Promise<EngineBench> {
  await clearDatabase(database);
  const config = roomyConfig(edit);
  const world = await createWorld({ database, config, ...more });
  const { cloud, clock } = world;
  const random = createRng(3).next;
  const all = (lease: string) =>
    [...cloud.world.instances.values()].filter(({ tags }) => tags['sekisho:lease'] === lease);
  const living = (lease: string) =>
    all(lease).filter(({ phases }) => {
      const state = phases.findLast(({ at }) => at <= clock.now().getTime())?.state;
      return state !== 'terminated' && state !== 'shutting-down';
    });
  return {
    ...world,
    living,
    anotherEngine() {
      const calls: string[] = [];
      const commands = { connect: () => [], forward: () => [], quote: () => '' };
      const engine = createMortalEngine({
        ...{ database, clock, config, cloud, visits: new Map() },
        ports: {
          prices: { costPerHour: () => 0.1 },
          ...{ commands, signer: signerFromPem(newSigningKey()), practice: true },
        },
        onCall: async ({ call }) => void calls.push(call),
        onFailure: () => undefined,
      });
      return { engine, calls };
    },
    fault(...faults) {
      cloud.world.faults = faults;
    },
    pass(seconds) {
      clock.turn(seconds);
      advance(cloud.world, clock.now().getTime(), random);
    },
    tokens: (lease) => all(lease).map(({ clientToken }) => clientToken),
    inside(lease, act) {
      const instanceId = living(lease)[0]?.id ?? '';
      return actOnMachine(cloud.world, { act, instanceId } as never, clock.now().getTime(), random);
    },
    async ask(wish = {}) {
      const input = { environment: 'sandbox', for: '30m', reason: 'look', ...wish };
      const { id } = await world.as('engineer', 'ops.start', input);
      await world.live(0);
      return id;
    },
    state: async (id) => (await world.as('sre', 'ops.show', { id })).state,
    armedFor(lease) {
      const schedules = [...cloud.world.schedules.values()];
      return schedules.find(({ name }) => name === `sekisho-${lease}`)?.dueAt ?? null;
    },
    async ordered(topic) {
      const rows = await database.kysely
        .selectFrom('outbox')
        .select('dedupe')
        .where('topic', '=', topic)
        .execute();
      return (rows as { dedupe: string }[]).map(({ dedupe }) => dedupe);
    },
  };
}
