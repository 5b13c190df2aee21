import type { Call, Outcome } from '../call.ts';
import type { OperationName } from '../operations.ts';
import { perform } from '../perform.ts';
import type { Schedule } from '../world/records.ts';
import type { Refusal } from '../world/refusal.ts';
import type { Rng } from '../world/rng.ts';
import type { World } from '../world/world.ts';
import { readTarget } from './targets.ts';

/** What is tried when a target's owner says nothing. Source: Scheduler API Reference, RetryPolicy. */
const usualAttempts = 185;
const usualAgeSeconds = 86_400;
/** The first pause before another attempt; each next is twice as long, up to the longest. */
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

/** Refusals that pass: the target is busy, or broken for a while. */
const passing = new Set(['ThrottlingException', 'ConflictException', 'TooManyRequestsException']);

/**
 * Lets a schedule that is due call its target. One that the target refuses for a while is tried again with
 * growing pauses, as its retry policy allows; other refusals are the schedule owner's trouble, and nobody is told.
 */
export function fireSchedule(world: World, key: string, rng: Rng): void {
  const schedule = world.schedules.get(key);
  if (schedule === undefined) return;
  const outcome = callTarget(world, schedule, rng);
  const again = outcome.kind === 'refusal' ? nextAttempt(world, schedule, outcome.refusal) : null;
  if (again !== null) world.schedules.put(key, again);
  else if (schedule.afterCompletion === 'DELETE') world.schedules.drop(key);
  else world.schedules.put(key, { ...schedule, firedAt: world.clock });
}

function callTarget(world: World, schedule: Schedule, rng: Rng): Outcome<unknown> {
  const { account, region, target } = schedule;
  const { operation, input } = readTarget(target);
  const role = target.RoleArn;
  const call: Call<OperationName> = { operation, account, region, caller: role, role, input };
  return perform(world, call, rng);
}

function nextAttempt(world: World, schedule: Schedule, { code, status }: Refusal): Schedule | null {
  if (status < 500 && !passing.has(code)) return null;
  const attempts = (schedule.attempts ?? 0) + 1;
  const { MaximumRetryAttempts = usualAttempts, MaximumEventAgeInSeconds = usualAgeSeconds } =
    schedule.target.RetryPolicy ?? {};
  const since = schedule.triedSince ?? schedule.dueAt;
  const dueAt = world.clock + Math.min(firstPauseMs * 2 ** (attempts - 1), longestPauseMs);
  if (attempts > MaximumRetryAttempts || dueAt > since + MaximumEventAgeInSeconds * 1000)
    return null;
  return { ...schedule, attempts, triedSince: since, dueAt };
}
