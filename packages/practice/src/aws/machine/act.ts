import { z } from 'zod';
import { advance } from '../advance.ts';
import { connected, openSession } from '../ssm/sessions.ts';
import type { Instance } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import type { Rng } from '../world/rng.ts';
import type { World } from '../world/world.ts';
import { freezeHeartbeat } from './heartbeat.ts';
import { stateAt } from './phases.ts';

const instanceId = z.string();

/** What a person on a machine can do, which no AWS API does. */
export const machineAct = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('open-session'),
    instanceId,
    /** ARN of the principal. */
    owner: z.string().optional(),
    document: z.string().optional(),
    /** Somebody types in it, so that it is not ended as idle. */
    active: z.boolean().optional(),
  }),
  z.strictObject({ act: z.literal('close-session'), sessionId: z.string() }),
  /** Marks a session as typed in, or as left alone from now on. */
  z.strictObject({ act: z.literal('use-session'), sessionId: z.string(), active: z.boolean() }),
  z.strictObject({ act: z.literal('hold-process'), instanceId }),
  z.strictObject({ act: z.literal('release-process'), instanceId }),
  z.strictObject({ act: z.literal('stop-timers'), instanceId }),
  z.strictObject({ act: z.literal('kill-agent'), instanceId }),
]);

export type MachineAct = z.infer<typeof machineAct>;

/**
 * Does something inside a machine.
 *
 * @param now epoch milliseconds
 * @returns the id of the session or instance it was done to. Errors: `Refusal`
 */
export function actOnMachine(world: World, act: MachineAct, now: number, rng: Rng): string {
  advance(world, now, rng);
  switch (act.act) {
    case 'open-session':
      return open(world, act, rng);
    case 'close-session':
    case 'use-session':
      return changeSession(world, act);
    default:
      world.instances.put(act.instanceId, changed(world, act));
      return act.instanceId;
  }
}

function open(world: World, act: MachineAct & { act: 'open-session' }, rng: Rng): string {
  const { account, region } = running(world, act.instanceId);
  const caller = act.owner ?? `arn:aws:sts::${account}:assumed-role/engineer/engineer`;
  const moment = { world, now: world.clock, rng, account, region, caller };
  const instance = connected(moment, act.instanceId);
  if (instance === null) {
    throw new Refusal('TargetNotConnected', `${act.instanceId} is not connected.`);
  }
  const document = act.document ?? null;
  const active = act.active ?? true;
  return openSession(moment, instance, { owner: caller, document, reason: null, active }).id;
}

function changeSession(
  world: World,
  act: MachineAct & { act: 'close-session' | 'use-session' },
): string {
  const session = world.sessions.get(act.sessionId);
  if (session === undefined || session.endedAt !== null) {
    throw new Refusal('DoesNotExistException', `Session ${act.sessionId} is not open.`);
  }
  world.sessions.put(
    session.id,
    act.act === 'close-session'
      ? { ...session, endedAt: world.clock }
      : { ...session, active: act.active, lastActivityAt: world.clock },
  );
  return session.id;
}

function changed(
  world: World,
  act: MachineAct & { act: 'hold-process' | 'release-process' | 'stop-timers' | 'kill-agent' },
): Instance {
  const instance = running(world, act.instanceId);
  const { machine } = instance;
  switch (act.act) {
    case 'hold-process': {
      const heldSince = machine.heldSince ?? world.clock;
      return { ...instance, machine: { ...machine, heldSince } };
    }
    case 'release-process':
      return freezeHeartbeat(instance, world.clock, world.timing.heartbeatMs);
    case 'stop-timers':
      return { ...instance, machine: { ...machine, timersStopped: true } };
    case 'kill-agent':
      return { ...instance, agentAt: null };
  }
}

function running(world: World, id: string): Instance {
  const instance = world.instances.get(id);
  if (instance !== undefined && stateAt(instance, world.clock) === 'running') return instance;
  throw new Refusal('IncorrectInstanceState', `The instance '${id}' is not running.`);
}
