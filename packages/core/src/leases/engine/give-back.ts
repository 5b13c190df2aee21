import { addSeconds } from '../../platform/clock.ts';
import type { Engine } from './engine.ts';
import { isHopeless } from './failures.ts';
import { nextLook } from './next-look.ts';
import type { Release } from './store.ts';
import { isGivenBack, type Work, wasGranted } from './work.ts';

/** How a target is given back at the end of its way: when to look again, and what to remember until then. */
export function giveBack(engine: Engine, work: Work): Release {
  const now = engine.house.clock.now();
  const failed = work.failure !== null;
  const allOver = work.leases.every((lease) => lease.ended_at !== null);
  const everGranted = work.leases.some(wasGranted);
  // What was closed is watched no more: the next end begins a quiet period of its own.
  const quietUntil =
    isGivenBack(work) && (failed || work.changed || !work.closed)
      ? (work.target.quiet_until ?? addSeconds(now, quietSeconds(engine, work, now)))
      : null;
  // The quiet period may have passed since the target was seen: that alone closes nothing.
  const closed = !failed && allOver && (work.closed || !everGranted) && !work.changed;
  const troubles = troublesOf(work, now);
  // Who only waits for another is not to wait for its own failures as well.
  const failures = work.waited ? 0 : troubles.failures;
  const look = closed ? null : nextLook(engine, { ...work, failures, quietUntil, now });
  return {
    target: work.target,
    ...troubles,
    quietUntil,
    nextCheckAt: look?.at ?? null,
    urgentAt: look?.urgentAt ?? null,
  };
}

function quietSeconds({ house, kinds }: Engine, { target, leases }: Work, now: Date): number {
  const { quietPeriodSeconds } = house.config().leases;
  return Math.max(quietPeriodSeconds, kinds[target.kind].quietSeconds?.(leases, now) ?? 0);
}

/** How often and since when it fails; what only waited has neither failed nor succeeded. */
function troublesOf(
  { target, failure, waited }: Work,
  now: Date,
): Pick<Release, 'failures' | 'hopelessSince'> {
  const { failures, hopeless_since: since } = target;
  if (failure === null) {
    return waited ? { failures, hopelessSince: since } : { failures: 0, hopelessSince: null };
  }
  return { failures: failures + 1, hopelessSince: since ?? (isHopeless(failure) ? now : null) };
}
