import type { Moment } from '../operation.ts';
import type { ControlPolicyRow, ControlPolicyState } from '../world/identity-records.ts';
import { Refusal } from '../world/refusal.ts';
import { drawDelay } from '../world/rng.ts';
import type { World } from '../world/world.ts';

/** A policy as it is written now. */
export type WrittenPolicy = ControlPolicyRow & { readonly now: ControlPolicyState };

/** What a policy says to calls at a moment: a change that is under way says nothing yet. */
export function policyState(
  { now, before }: ControlPolicyRow,
  at: number,
): ControlPolicyState | null {
  return before.find(({ until }) => at < until)?.state ?? now;
}

/** Policies that are not deleted. */
export function writtenPolicies(world: World): WrittenPolicy[] {
  return [...world.directory.controlPolicies.values()].flatMap((row) =>
    row.now === null ? [] : [{ ...row, now: row.now }],
  );
}

/** Errors: `PolicyNotFoundException`. */
export function findPolicy({ world }: Moment, id: string): WrittenPolicy {
  const found = writtenPolicies(world).find((row) => row.id === id);
  if (found !== undefined) return found;
  const message = "We can't find a policy with the PolicyId that you specified.";
  throw new Refusal('PolicyNotFoundException', message, 400);
}

/**
 * Writes a change that calls meet a while later; null deletes the policy. The faults `conflict` and
 * `slow-change` strike here. Errors: `ConcurrentModificationException`.
 */
export function changePolicy(
  { world, now, rng, account, region }: Moment,
  operation: string,
  row: ControlPolicyRow,
  next: ControlPolicyState | null,
): void {
  const attempt = { account, region, operation };
  if (world.strike(attempt, ['conflict'], rng) !== undefined) {
    const message =
      'The target of the operation is currently being modified by a different request.';
    throw new Refusal('ConcurrentModificationException', message, 400);
  }
  const { policyMs, jitter } = world.timing;
  const slower = world.strike(attempt, ['slow-change'], rng)?.delayMs ?? 0;
  const standing = row.before.filter(({ until }) => until > now);
  const until = Math.max(
    now + drawDelay(rng, policyMs, jitter) + slower,
    standing.at(-1)?.until ?? 0,
  );
  const past = row.now ?? { content: '', targets: [] };
  const before = until > now ? [...standing, { until, state: past }] : standing;
  world.directory.controlPolicies.put(row.id, { ...row, now: next, before });
}
