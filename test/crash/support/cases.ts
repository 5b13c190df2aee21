import { awsLimits, engineSteps } from '@sekisho/core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Kind } from './accident.ts';
import type { InstallationOptions } from './installation.ts';
import { type Case, type Lanes, openLanes } from './lanes.ts';
import { type Life, ordinary } from './life.ts';
import { oddLives, slowLives } from './odd-lives.ts';

/** Starting a server takes seconds: by default the steps at which most is at stake, in CI all of them. */
export const all = process.env.SEKISHO_CRASH === 'all';

/** Lives, where they are lived, and the steps that they must visit. */
export interface Scene {
  readonly pools: readonly {
    readonly lives: readonly Life[];
    /** How many installations live them at once. */
    readonly width: number;
    readonly options: InstallationOptions;
  }[];
  /** Every step at which a server can have an accident, by the names that the engine and its ports give. */
  readonly named: readonly string[];
  /** What is lived where not every step is. */
  readonly telling: readonly Case[];
}

const named = [
  ...engineSteps,
  ...Object.keys(awsLimits.cloud).flatMap((call) => [`before:${call}`, `after:${call}`]),
];

const someSteps: Case = {
  life: ordinary,
  accidents: new Map([
    ['launch', 'before:launch'],
    ['adjust', 'after:tag'],
    ['end', 'after:terminate'],
  ]),
};

// A server with a database of its own takes the better part of a gigabyte.
export const isRoomy = inject('database').kind === 'postgres';
const pools = [
  { lives: [ordinary], width: isRoomy ? 3 : 2, options: {} },
  { lives: oddLives, width: isRoomy ? 3 : 1, options: { rules: { orphanGrace: '1s' } } },
  { lives: slowLives, width: 1, options: { rules: { readyWithin: '3s', lapseAfter: '3s' } } },
];

const ofServers: Scene = { pools, named, telling: [someSteps] };

/** Has a server killed, or paused, once at every step, several lives at once, and judges what each leaves. */
export function atEveryStep(
  kind: Kind,
  title: (accidents: string) => string,
  { pools, named, telling }: Scene = ofServers,
): void {
  const steps = pools.flatMap(({ lives }) => lives.flatMap(stepsOf));

  test(`there is a life in which a server is ${kind} at each step that the engine names`, () => {
    expect([...new Set(steps)].toSorted()).toEqual([...new Set(named)].toSorted());
  });

  const plans = pools.flatMap(({ lives, width, options }): Plan[] => {
    const cases = all ? lives.flatMap(casesOf) : telling.filter(({ life }) => lives.includes(life));
    return cases.length === 0 ? [] : [{ cases, lanes: openLanes(kind, width, options) }];
  });
  const visited = new Set<string>();
  const running = new Map<Case, Promise<void>>();

  beforeAll(() => {
    for (const { cases, lanes } of plans) {
      const lives = cases.map((each) => {
        const living = lanes.live(each).then(() => {
          for (const step of each.accidents.values()) visited.add(step);
        });
        running.set(each, living);
        return living;
      });
      // Each is awaited by its test too; servers that nobody needs any more make room for the others.
      void Promise.allSettled(lives).then(() => lanes.close());
    }
  });
  afterAll(() => Promise.all(plans.map(({ lanes }) => lanes.close())));

  const cases = plans.flatMap((plan) => plan.cases);
  test.for(cases.map((each) => [title(nameOf(each)), each] as const))('%s', ([, each]) =>
    running.get(each),
  );

  test.runIf(all)(`a server was ${kind} at each step that the engine names`, () => {
    expect([...visited].toSorted()).toEqual([...new Set(named)].toSorted());
  });
}

interface Plan {
  readonly cases: readonly Case[];
  readonly lanes: Lanes;
}

/** As few lives as visit every step, with at most one accident in each phase. */
function casesOf(life: Life): Case[] {
  const phases = life.begin().filter(({ steps }) => steps.length > 0);
  const most = Math.max(...phases.map(({ steps }) => steps.length));
  return Array.from({ length: most }, (_, index) => ({
    life,
    accidents: new Map(
      phases.flatMap(({ name, steps }) => {
        const step = steps[index];
        return step === undefined ? [] : [[name, step] as const];
      }),
    ),
  }));
}

function stepsOf(life: Life): string[] {
  return life.begin().flatMap(({ steps }) => steps);
}

function nameOf({ accidents }: Case): string {
  return [...accidents].map(([phase, step]) => `${phase}: ${step}`).join(', ');
}
