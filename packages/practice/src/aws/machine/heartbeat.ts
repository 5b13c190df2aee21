import type { Instance, Tags } from '../world/records.ts';
import { runningSince } from './phases.ts';

/** The one tag that the machine's own role may write on itself: the time of its last beat. */
export const heartbeatTag = 'sekisho:heartbeat';

/**
 * The tags an instance bears at `now`, with the heartbeat of a held process.
 *
 * @param now epoch milliseconds
 * @param everyMs how often the machine renews the heartbeat
 */
export function tagsAt(instance: Instance, now: number, everyMs: number): Tags {
  const { heldSince } = instance.machine;
  const running = runningSince(instance, now);
  if (heldSince === null || running === null) return instance.tags;
  const since = Math.max(heldSince, running);
  if (now < since) return instance.tags;
  const beat = since + Math.floor((now - since) / everyMs) * everyMs;
  return { ...instance.tags, [heartbeatTag]: new Date(beat).toISOString() };
}

/** The instance with its last heartbeat written down, and no process held any more. */
export function freezeHeartbeat(instance: Instance, now: number, everyMs: number): Instance {
  if (instance.machine.heldSince === null) return instance;
  return {
    ...instance,
    tags: tagsAt(instance, now, everyMs),
    machine: { ...instance.machine, heldSince: null },
  };
}
