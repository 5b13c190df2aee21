import type { Moment } from '../operation.ts';
import type { Role, RolePolicies } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { drawDelay } from '../world/rng.ts';
import type { World } from '../world/world.ts';

/** The key of a role in the world; names are unique in an account, whatever their case or path. */
export function roleKey(account: string, name: string): string {
  return `${account}/${name.toLowerCase()}`;
}

export function roleArn({ account, path, name }: Role): string {
  return `arn:aws:iam::${account}:role${path}${name}`;
}

/** The role of an ARN, path included; undefined when there is none. */
export function roleOfArn(world: World, arn: string): Role | undefined {
  const found = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]{1,64})$/.exec(arn);
  const role = world.roles.get(roleKey(found?.[1] ?? '', found?.[2] ?? ''));
  return role !== undefined && roleArn(role) === arn ? role : undefined;
}

/** Errors: `NoSuchEntity`. */
export function findRole(world: World, account: string, name: string): Role {
  const role = world.roles.get(roleKey(account, name));
  if (role !== undefined) return role;
  throw new Refusal('NoSuchEntity', `The role with name ${name} cannot be found.`, 404);
}

/** What decides about a role at a moment: a change that is under way does not yet. Null: no role yet. */
export function seenState(role: Role, now: number): RolePolicies | null {
  const past = role.before.find(({ until }) => now < until);
  return past === undefined ? role.now : past.state;
}

/**
 * Changes what decides about a role; calls meet the change a while later. The faults `conflict` and
 * `slow-change` strike here. Errors: `ConcurrentModification`.
 */
export function changeRole(
  { world, now, rng, region }: Moment,
  operation: string,
  role: Role,
  next: RolePolicies,
): void {
  const attempt = { account: role.account, region, operation };
  if (world.strike(attempt, ['conflict'], rng) !== undefined) {
    const message = 'Another change of this role is under way. Try again.';
    throw new Refusal('ConcurrentModification', message, 409);
  }
  const { policyMs, jitter } = world.timing;
  const slower = world.strike(attempt, ['slow-change'], rng)?.delayMs ?? 0;
  const until = now + drawDelay(rng, policyMs, jitter) + slower;
  const standing = role.before.filter((past) => past.until > now);
  // A later change never arrives before an earlier one.
  const last = Math.max(until, standing.at(-1)?.until ?? 0);
  const before = last > now ? [...standing, { until: last, state: role.now }] : standing;
  world.roles.put(roleKey(role.account, role.name), { ...role, now: next, before });
}
