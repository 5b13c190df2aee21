import { setTimeout as sleep } from 'node:timers/promises';
import type { LeaseState } from '@sekisho/contract';
import { type LeaseRow, statesOf } from '../leases/index.ts';
import { onCommit } from '../platform/commits.ts';
import type { House } from '../platform/context.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';

/** One job that waits for its lease to become another. */
interface Waiter {
  readonly id: string;
  readonly state: LeaseState;
  readonly done: (error?: Error) => void;
}

/** All who wait in a house. */
interface Watch {
  readonly waiters: Set<Waiter>;
  /** Something was committed, or somebody new waits. */
  rung: boolean;
  ring: () => void;
  looking: boolean;
}

/** What other processes commit is seen after this, milliseconds. */
const pollMilliseconds = 2000;
/** Commits come in bunches: one look is for all of them. */
const gatherMilliseconds = 50;

const watches = new WeakMap<House, Watch>();

/**
 * Resolves once a lease is in another state, or after so many milliseconds. One query looks at all
 * leases that are waited for, after a commit of this process and every two seconds.
 * Errors: those of the database.
 */
export function untilMoved(
  house: House,
  { id, state }: Pick<LeaseRow, 'id' | 'state'>,
  milliseconds: number,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const watch = watches.get(house) ?? newWatch();
  watches.set(house, watch);
  const done = (error?: Error) => {
    clearTimeout(timer);
    watch.waiters.delete(waiter);
    if (error === undefined) resolve();
    else reject(error);
  };
  const waiter: Waiter = { id, state, done };
  const timer = setTimeout(() => done(), milliseconds);
  watch.waiters.add(waiter);
  watch.ring();
  if (!watch.looking) void keepLooking(house, watch);
  return promise;
}

function newWatch(): Watch {
  const watch: Watch = { waiters: new Set(), rung: false, looking: false, ring };
  function ring(): void {
    watch.rung = true;
  }
  return watch;
}

/** Looks for as long as anybody waits. */
async function keepLooking(house: House, watch: Watch): Promise<void> {
  watch.looking = true;
  const silence = onCommit(house, () => watch.ring());
  while (watch.waiters.size > 0) {
    if (!watch.rung) await ringOrPoll(watch);
    await sleep(gatherMilliseconds);
    watch.rung = false;
    await look(house, watch.waiters);
  }
  watch.looking = false;
  silence();
}

async function ringOrPoll(watch: Watch): Promise<void> {
  const { ring } = watch;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, pollMilliseconds);
    watch.ring = () => {
      clearTimeout(timer);
      ring();
      resolve();
    };
  });
  watch.ring = ring;
}

async function look(house: House, all: ReadonlySet<Waiter>): Promise<void> {
  const waiters = [...all];
  try {
    const ids = [...new Set(waiters.map(({ id }) => id))];
    const states = await transactAsSystem(house, (tx) => statesOf(tx, ids));
    for (const { id, state, done } of waiters) if (states.get(id) !== state) done();
  } catch (error) {
    // Whoever asked answers for it: a job tries again.
    for (const { done } of waiters) done(error as Error);
  }
}
