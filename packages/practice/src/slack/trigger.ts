import { fail } from './failure.ts';
import { LIMITS } from './limits.ts';
import type { Hook } from './state.ts';
import type { World } from './world.ts';
import { newHex, newId } from './world.ts';

/** Gives out a trigger id: good for three seconds, once. */
export function newTrigger(world: World, user: string): string {
  const digits = Math.floor(world.rng() * 1e9);
  const id = `${Math.floor(world.now)}.${digits}.${newHex(world.rng, 32)}`;
  const live = Object.entries(world.state.triggers).filter(
    ([, t]) => t.expiresAt > world.now - 60_000,
  );
  const trigger = { user, expiresAt: world.now + LIMITS.triggerMs, spent: false };
  world.state = { ...world.state, triggers: { ...Object.fromEntries(live), [id]: trigger } };
  return id;
}

/**
 * Spends a trigger id and names whose it was.
 * Errors: `invalid_trigger_id`, `exchanged_trigger_id`, `expired_trigger_id`.
 */
export function spendTrigger(world: World, id: string): { user: string } {
  if (!/^\d+\.\d+\.[0-9a-f]+$/.test(id)) fail('invalid_trigger_id');
  const trigger = world.state.triggers[id];
  if (trigger === undefined) fail('expired_trigger_id');
  if (trigger.spent) fail('exchanged_trigger_id');
  if (trigger.expiresAt <= world.now) fail('expired_trigger_id');
  const spent = { ...trigger, spent: true };
  world.state = { ...world.state, triggers: { ...world.state.triggers, [id]: spent } };
  return { user: trigger.user };
}

/** Gives out a `response_url` path: five uses within thirty minutes. */
export function newHook(world: World, about: Pick<Hook, 'channel' | 'user' | 'messageTs'>): string {
  const id = newId(world.rng, '', 24);
  const live = Object.entries(world.state.hooks).filter(([, h]) => h.expiresAt > world.now);
  const hook: Hook = { ...about, uses: 0, expiresAt: world.now + LIMITS.hookMs };
  world.state = { ...world.state, hooks: { ...Object.fromEntries(live), [id]: hook } };
  return id;
}
