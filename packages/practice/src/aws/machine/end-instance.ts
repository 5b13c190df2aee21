import type { Instance, Phase } from '../world/records.ts';
import { drawDelay, type Rng } from '../world/rng.ts';
import type { World } from '../world/world.ts';
import { freezeHeartbeat } from './heartbeat.ts';
import { rephase, stateAt } from './phases.ts';

const userInitiated = {
  code: 'Client.UserInitiatedShutdown',
  message: 'Client.UserInitiatedShutdown: User initiated shutdown',
};
const instanceInitiated = {
  code: 'Client.InstanceInitiatedShutdown',
  message: 'Client.InstanceInitiatedShutdown: Instance initiated shutdown',
};

/** Who ended it. */
export type EndedBy = 'user' | 'instance';

/** Terminates an instance; one that is ending already is left as it is. */
export function terminate(world: World, rng: Rng, id: string, now: number, by: EndedBy): void {
  const instance = world.instances.get(id);
  if (instance === undefined) return;
  const state = stateAt(instance, now);
  if (state === 'shutting-down' || state === 'terminated') return;
  const place = { account: instance.account, region: instance.region };
  const fault = world.strike({ ...place, operation: 'TerminateInstances' }, ['lingering'], rng);
  const { shuttingDownMs, lingerMs, jitter } = world.timing;
  halt(world, instance, now, by, {
    phases: [
      { at: now, state: 'shutting-down' },
      { at: now + drawDelay(rng, shuttingDownMs, jitter), state: 'terminated' },
    ],
    lingerMs: fault?.delayMs ?? drawDelay(rng, lingerMs, jitter),
  });
}

/** Stops an instance that is running or pending. */
export function stop(world: World, rng: Rng, id: string, now: number, by: EndedBy): void {
  const instance = world.instances.get(id);
  if (instance === undefined) return;
  const { stoppingMs, jitter } = world.timing;
  halt(world, instance, now, by, {
    phases: [
      { at: now, state: 'stopping' },
      { at: now + drawDelay(rng, stoppingMs, jitter), state: 'stopped' },
    ],
    lingerMs: instance.lingerMs,
  });
}

function halt(
  world: World,
  instance: Instance,
  now: number,
  by: EndedBy,
  course: { readonly phases: readonly Phase[]; readonly lingerMs: number },
): void {
  for (const session of world.liveSessionsOn(instance.id)) {
    world.sessions.put(session.id, { ...session, endedAt: now });
  }
  world.instances.put(instance.id, {
    ...freezeHeartbeat(instance, now, world.timing.heartbeatMs),
    phases: rephase(instance, now, course.phases),
    lingerMs: course.lingerMs,
    stateReason: by === 'user' ? userInitiated : instanceInitiated,
  });
}
