import type { Config } from '@sekisho/config';
import { type Clock, type Core, createCore, type Database, type Ports } from '@sekisho/core';
import type { InProcessCloud } from '@sekisho/practice/aws';
import { countingIds } from '../support/world.ts';
import { type Call, operationsOf, type Pair, type Visits, visit } from './visits.ts';

/** A process that turns the engine, and that may die or sleep at any step. */
export interface MortalEngine {
  readonly core: Core;
  /** What is to go wrong next; taken when its step comes. */
  aim: Pair | null;
  /** Ends with its pass, its death or its falling asleep, whichever comes first. */
  turn(work: (core: Core) => Promise<unknown>): Promise<void>;
  /** Whether it can be turned now. */
  readonly idle: boolean;
  readonly dead: boolean;
  /** Since when it sleeps in the middle of a call (epoch milliseconds); null when awake. */
  readonly asleepSince: number | null;
  wakeUp(): void;
}

export interface EngineParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly config: Config;
  readonly cloud: InProcessCloud;
  readonly ports: Omit<Ports, 'cloud'>;
  readonly visits: Visits;
  /** Told of every call that is about to reach the cloud. */
  readonly onCall: (call: Call, given: readonly unknown[]) => Promise<void>;
  readonly onFailure: (what: string, error: unknown) => void;
}

const never = new Promise<never>(() => undefined);

export function createMortalEngine(parts: EngineParts): MortalEngine {
  const state = { dead: false, busy: false, asleepSince: null as number | null };
  let aim: Pair | null = null;
  let sleepers: (() => void)[] = [];
  let paused = Promise.withResolvers<void>();
  const take = (step: string, ...faults: Pair['fault'][]): Pair['fault'] | null => {
    if (aim === null || aim.step !== step || !faults.includes(aim.fault)) return null;
    const { fault } = aim;
    visit(parts.visits, aim);
    aim = null;
    return fault;
  };
  const die = () => {
    state.dead = true;
    paused.resolve();
  };
  const sleep = async () => {
    state.asleepSince = parts.clock.now().getTime();
    paused.resolve();
    await new Promise<void>((resolve) => sleepers.push(resolve));
  };
  const around = async <T>(call: Call, given: readonly unknown[], work: () => Promise<T>) => {
    if (state.dead) return never;
    if (take(call, 'crash-before') !== null) die();
    if (state.dead) return never;
    if (take(call, 'stall-before') !== null) await sleep();
    await parts.onCall(call, given);
    const answer = await work();
    if (take(call, 'crash-after') !== null) die();
    if (state.dead) return never;
    if (take(call, 'stall-after') !== null) await sleep();
    return answer;
  };
  const core = createCore({
    database: mortalDatabase(parts.database, () => state.dead),
    clock: parts.clock,
    ids: countingIds(),
    config: () => parts.config,
    ports: { ...parts.ports, cloud: mortalCloud(parts.cloud, around) },
    probe: (step) => {
      if (take(step, 'crash') !== null) die();
      if (state.dead) throw new Error('dead');
    },
    onFailure: (what, error) => {
      if (!state.dead) parts.onFailure(what, error);
    },
  });
  return {
    core,
    get aim() {
      return aim;
    },
    set aim(next) {
      aim = next;
    },
    get dead() {
      return state.dead;
    },
    get idle() {
      return !state.dead && !state.busy;
    },
    get asleepSince() {
      return state.asleepSince;
    },
    async turn(work) {
      state.busy = true;
      paused = Promise.withResolvers();
      const pass = work(core)
        .catch((error: unknown) => {
          if (!state.dead) parts.onFailure('pass', error);
        })
        .finally(() => {
          state.busy = false;
        });
      await Promise.race([pass, paused.promise]);
    },
    wakeUp() {
      state.asleepSince = null;
      for (const rise of sleepers) rise();
      sleepers = [];
    },
  };
}

/** A dead process begins no transaction and hears of no commit. */
function mortalDatabase(database: Database, isDead: () => boolean): Database {
  return {
    ...database,
    async transaction(work) {
      if (isDead()) return never;
      const answer = await database.transaction(work);
      return isDead() ? never : answer;
    },
  };
}

type Around = <T>(call: Call, given: readonly unknown[], work: () => Promise<T>) => Promise<T>;

function mortalCloud(cloud: InProcessCloud, around: Around): InProcessCloud {
  return new Proxy(cloud, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function' || !Object.hasOwn(operationsOf, name)) return member;
      return (...given: unknown[]) =>
        around(name as Call, given, async () => Reflect.apply(member, target, given) as unknown);
    },
  });
}
