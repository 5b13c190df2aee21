import type { Clock, Database } from '@sekisho/core';
import { type Pair, type Visits, visit } from './visits.ts';

/** What a process does when it is turned. */
export interface Turnable {
  reconcile(): Promise<unknown>;
  runLoops(): Promise<void>;
}

/** A process that turns the engine, and that may die or sleep at any step. */
export interface Mortal<Core extends Turnable = Turnable> {
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

/** A call to the outside that is about to be made. */
export interface CallMade {
  readonly call: string;
  readonly given: readonly unknown[];
  /** Whether the process slept during this pass, so that what it knows may be old. */
  readonly slept: boolean;
}

export interface MortalParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly visits: Visits;
  /** Told of every call that is about to reach the outside. */
  readonly onCall: (made: CallMade) => Promise<void>;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** What a mortal's engine is made of: through these it dies and sleeps. */
export interface Body {
  readonly database: Database;
  readonly around: Around;
  readonly probe: (step: string) => void;
  readonly onFailure: (what: string, error: unknown) => void;
}

export type Around = <T>(
  call: string,
  given: readonly unknown[],
  work: () => Promise<T>,
) => Promise<T>;

const never = new Promise<never>(() => undefined);

/** A process whose engine `build` makes. */
export function createMortal<Core extends Turnable>(
  parts: MortalParts,
  build: (body: Body) => Core,
): Mortal<Core> {
  const fate = createFate(parts);
  const core = build({
    database: mortalDatabase(parts.database, () => fate.dead),
    around: fate.around,
    probe: fate.probe,
    onFailure: (what, error) => {
      if (!fate.dead) parts.onFailure(what, error);
    },
  });
  let busy = false;
  return {
    core,
    get aim() {
      return fate.aim;
    },
    set aim(next) {
      fate.aim = next;
    },
    get dead() {
      return fate.dead;
    },
    get idle() {
      return !fate.dead && !busy;
    },
    get asleepSince() {
      return fate.asleepSince;
    },
    async turn(work) {
      busy = true;
      const paused = fate.begin();
      const pass = work(core)
        .catch((error: unknown) => {
          if (!fate.dead) parts.onFailure('pass', error);
        })
        .finally(() => {
          busy = false;
        });
      await Promise.race([pass, paused]);
    },
    wakeUp: () => fate.wakeUp(),
  };
}

/** Whether a process lives and is awake, and what is to become of it. */
function createFate({ clock, visits, onCall }: MortalParts) {
  let sleepers: (() => void)[] = [];
  let paused = Promise.withResolvers<void>();
  const fate = {
    dead: false,
    slept: false,
    asleepSince: null as number | null,
    aim: null as Pair | null,
  };
  const take = (step: string, fault: Pair['fault']): boolean => {
    const { aim } = fate;
    if (aim === null || aim.step !== step || aim.fault !== fault) return false;
    visit(visits, aim);
    fate.aim = null;
    return true;
  };
  const die = () => {
    fate.dead = true;
    paused.resolve();
  };
  const sleep = async () => {
    fate.slept = true;
    fate.asleepSince = clock.now().getTime();
    paused.resolve();
    await new Promise<void>((resolve) => sleepers.push(resolve));
  };
  const around: Around = async (call, given, work) => {
    if (fate.dead) return never;
    if (take(call, 'crash-before')) die();
    if (fate.dead) return never;
    if (take(call, 'stall-before')) await sleep();
    await onCall({ call, given, slept: fate.slept });
    const answer = await work();
    if (take(call, 'crash-after')) die();
    if (fate.dead) return never;
    if (take(call, 'stall-after')) await sleep();
    return answer;
  };
  return Object.assign(fate, {
    around,
    probe(step: string) {
      if (take(step, 'crash')) die();
      if (fate.dead) throw new Error('dead');
    },
    /** Answers what ends when the process dies or falls asleep. */
    begin() {
      fate.slept = false;
      paused = Promise.withResolvers();
      return paused.promise;
    },
    wakeUp() {
      fate.asleepSince = null;
      for (const rise of sleepers) rise();
      sleepers = [];
    },
  });
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
