import { fail } from './failure.ts';
import { LIMITS } from './limits.ts';
import type { World } from './world.ts';

/**
 * Gives out a trigger id: good for three seconds, once. The id says whose it is and until when,
 * as only spent ones are remembered: a busy workspace gives out many that nobody uses.
 */
export function newTrigger(world: World, user: string): string {
  const expiresAt = Math.floor(world.now) + LIMITS.triggerMs;
  const digits = Math.floor(world.rng() * 1e12);
  return `${expiresAt}.${digits}.${Buffer.from(user).toString('hex')}`;
}

/**
 * Spends a trigger id and names whose it was.
 * Errors: `invalid_trigger_id`, `exchanged_trigger_id`, `expired_trigger_id`.
 */
export function spendTrigger(world: World, id: string): { user: string } {
  const parts = /^(\d+)\.\d+\.([0-9a-f]+)$/.exec(id);
  const user = Buffer.from(parts?.[2] ?? '', 'hex').toString();
  if (parts === null || world.state.people[user] === undefined) fail('invalid_trigger_id');
  const { spentTriggers } = world.state;
  if (spentTriggers[id] !== undefined) fail('exchanged_trigger_id');
  const expiresAt = Number(parts[1]);
  if (expiresAt <= world.now) fail('expired_trigger_id');
  const recent = Object.entries(spentTriggers).filter(([, at]) => at > world.now - 60_000);
  world.state = {
    ...world.state,
    spentTriggers: { ...Object.fromEntries(recent), [id]: world.now },
  };
  return { user };
}
