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
  // What only waited has neither failed nor succeeded.
  const failures = failed ? work.target.failures + 1 : work.waited ? work.target.failures : 0;
  const allOver = work.leases.every((lease) => lease.ended_at !== null);
  const everGranted = work.leases.some(wasGranted);
  // What was closed is watched no more: the next end begins a quiet period of its own.
  const quietUntil =
    isGivenBack(work) && (failed || work.changed || !work.closed)
      ? (work.target.quiet_until ?? addSeconds(now, quietSeconds(engine, work, now)))
      : null;
  // The quiet period may have passed since the target was seen: that alone closes nothing.
  const closed = !failed && allOver && (work.closed || !everGranted) && !work.changed;
  const tried = work.waited ? 0 : failures;
  const look = closed ? null : nextLook(engine, { ...work, failures: tried, quietUntil, now });
  return {
    target: work.target,
    failures,
    hopelessSince: failed
      ? hopelessSince(work, now)
      : work.waited
        ? work.target.hopeless_since
        : null,
    quietUntil,
    nextCheckAt: look?.at ?? null,
    urgentAt: look?.urgentAt ?? null,
  };
}

function quietSeconds({ house, kinds }: Engine, { target, leases }: Work, now: Date): number {
  const { quietPeriodSeconds } = house.config().leases;
  return Math.max(quietPeriodSeconds, kinds[target.kind].quietSeconds?.(leases, now) ?? 0);
}

function hopelessSince({ target, failure }: Work, now: Date): Date | null {
  return target.hopeless_since ?? (isHopeless(failure) ? now : null);
}
