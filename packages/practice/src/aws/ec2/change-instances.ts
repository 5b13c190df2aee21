import { z } from 'zod';
import { nextAgentAt, withAgent } from '../machine/agent.ts';
import { stop, terminate } from '../machine/end-instance.ts';
import { freezeHeartbeat } from '../machine/heartbeat.ts';
import { rephase, stateAt } from '../machine/phases.ts';
import { type Moment, operation } from '../operation.ts';
import type { Instance, InstanceState } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { drawDelay } from '../world/rng.ts';
import { findInstances } from './find-instance.ts';
import { flag, strings } from './input.ts';
import { stateItem } from './instance-item.ts';

const ids = { InstanceId: strings.min(1) };

/** `TerminateInstances`: terminating what is terminated is no error. */
export const terminateInstances = operation({
  service: 'ec2',
  input: z.strictObject({ ...ids, Force: flag.optional(), SkipOsShutdown: flag.optional() }),
  run: (moment, input) =>
    change(moment, findInstances(moment, input.InstanceId), (instance) =>
      terminate(moment.world, moment.rng, instance.id, moment.now, 'user'),
    ),
});

/** `StopInstances`. Errors: `IncorrectInstanceState` for what is ending. */
export const stopInstances = operation({
  service: 'ec2',
  input: z.strictObject({ ...ids, Force: flag.optional(), SkipOsShutdown: flag.optional() }),
  run: (moment, input) => {
    const found = findInstances(moment, input.InstanceId);
    demand(moment, found, ['pending', 'running', 'stopping', 'stopped'], 'stopped');
    return change(moment, found, (instance, state) => {
      if (state === 'stopping' || state === 'stopped') return;
      stop(moment.world, moment.rng, instance.id, moment.now, 'user');
    });
  },
});

/** `StartInstances`. Errors: `IncorrectInstanceState`, `InsufficientInstanceCapacity`. */
export const startInstances = operation({
  service: 'ec2',
  input: z.strictObject(ids),
  run: (moment, input) => {
    const found = findInstances(moment, input.InstanceId);
    demand(moment, found, ['pending', 'running', 'stopped'], 'started');
    const attempt = { ...moment, operation: 'StartInstances' };
    if (moment.world.strike(attempt, ['capacity'], moment.rng) !== undefined) {
      throw new Refusal('InsufficientInstanceCapacity', 'Insufficient capacity.', 500);
    }
    return change(moment, found, (instance, state) => {
      if (state === 'stopped') start(moment, instance);
    });
  },
});

/** `RebootInstances`: the agent is away for a while. Errors: `IncorrectInstanceState`. */
export const rebootInstances = operation({
  service: 'ec2',
  input: z.strictObject(ids),
  run: (moment, input) => {
    const found = findInstances(moment, input.InstanceId);
    demand(moment, found, ['pending', 'running'], 'rebooted');
    for (const instance of found) reboot(moment, instance);
    return { return: true };
  },
});

function start(moment: Moment, instance: Instance): void {
  const { pendingMs, jitter } = moment.world.timing;
  const runningAt = moment.now + drawDelay(moment.rng, pendingMs, jitter);
  const agentAt = nextAgentAt(moment.world, moment.rng, instance, runningAt, 'StartInstances');
  moment.world.instances.put(instance.id, {
    ...instance,
    ...withAgent(instance, moment.now, agentAt),
    phases: rephase(instance, moment.now, [
      { at: moment.now, state: 'pending' },
      { at: runningAt, state: 'running' },
    ]),
    stateReason: null,
    // A machine that boots starts its timers again.
    machine: { heldSince: null, timersStopped: false },
  });
}

function reboot(moment: Moment, instance: Instance): void {
  if (stateAt(instance, moment.now) !== 'running') return;
  const agentAt = nextAgentAt(moment.world, moment.rng, instance, moment.now, 'RebootInstances');
  for (const session of moment.world.liveSessionsOn(instance.id)) {
    moment.world.sessions.put(session.id, { ...session, endedAt: moment.now });
  }
  moment.world.instances.put(instance.id, {
    ...freezeHeartbeat(instance, moment.now, moment.world.timing.heartbeatMs),
    ...withAgent(instance, moment.now, agentAt),
    machine: { heldSince: null, timersStopped: false },
  });
}

function demand(
  moment: Moment,
  instances: readonly Instance[],
  allowed: readonly InstanceState[],
  verb: string,
): void {
  const wrong = instances.find((each) => !allowed.includes(stateAt(each, moment.now)));
  if (wrong === undefined) return;
  throw new Refusal(
    'IncorrectInstanceState',
    `The instance '${wrong.id}' is not in a state from which it can be ${verb}.`,
  );
}

function change(
  moment: Moment,
  instances: readonly Instance[],
  act: (instance: Instance, state: InstanceState) => void,
) {
  const instancesSet = instances.map((instance) => {
    const previous = stateAt(instance, moment.now);
    act(instance, previous);
    const after = moment.world.instances.get(instance.id) ?? instance;
    return {
      instanceId: instance.id,
      currentState: stateItem(stateAt(after, moment.now)),
      previousState: stateItem(previous),
    };
  });
  return { instancesSet };
}
