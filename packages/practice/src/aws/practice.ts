import { advance } from './advance.ts';
import type { Call, Outcome } from './call.ts';
import type { Journal } from './journal/journal.ts';
import type { OperationName, OutputOf } from './operations.ts';
import { step } from './step.ts';
import type { KeptRng } from './world/rng.ts';
import type { World } from './world/world.ts';

/** A world with a clock and a journal: whatever it answers is on disk first. */
export interface Practice {
  readonly world: World;
  readonly rng: KeptRng;
  /** Epoch milliseconds. */
  now(): number;
  call<Name extends OperationName>(call: Call<Name>): Outcome<OutputOf<Name>>;
  /** Changes the world by other means than a call, and keeps the change. */
  change<Result>(act: (now: number) => Result): Result;
  /** Lets happen what is due. */
  tick(): void;
  /** Moves the clock forward, for tests. */
  skip(milliseconds: number): void;
}

export interface PracticeParts {
  readonly world: World;
  readonly rng: KeptRng;
  readonly journal: Journal;
  readonly clock: () => number;
  /** By how much the clock was moved in an earlier life (milliseconds). */
  readonly skipped: number;
}

/** Joins a world to its clock and journal. */
export function createPractice({ world, rng, journal, clock, skipped }: PracticeParts): Practice {
  let ahead = skipped;
  const now = () => clock() + ahead;
  const keep = () =>
    journal.keep({ clock: world.clock, rng: rng.state(), skipped: ahead, faults: world.faults });
  const change = <Result>(act: (at: number) => Result): Result => {
    try {
      return act(now());
    } finally {
      keep();
    }
  };
  return {
    world,
    rng,
    now,
    change,
    call: (call) => change((at) => step(world, call, at, rng.next)),
    tick: () => change((at) => advance(world, at, rng.next)),
    skip: (milliseconds) => {
      ahead += milliseconds;
      change((at) => advance(world, at, rng.next));
      journal.force();
    },
  };
}
