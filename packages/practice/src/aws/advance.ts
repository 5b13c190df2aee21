import { filterInstances } from './ec2/describe-instances.ts';
import { forgetInstance } from './ec2/run-instances.ts';
import { judge } from './judge/judge.ts';
import { stop, terminate } from './machine/end-instance.ts';
import { nextInstanceEvent } from './machine/instance-events.ts';
import { isOperation } from './operations.ts';
import { perform } from './perform.ts';
import { fireSchedule } from './scheduler/fire.ts';
import { settleChange } from './sso/change-status.ts';
import { dueAt, type TableName } from './world/due.ts';
import type { Execution, Place } from './world/records.ts';
import { Refusal } from './world/refusal.ts';
import type { Rng } from './world/rng.ts';
import type { World } from './world/world.ts';

type Handler = (world: World, key: string, rng: Rng) => void;

/**
 * Lets everything happen that is due until `now`, each at its own time and in order:
 * schedules fire, Automations act, timers on machines ring, although nobody calls.
 */
export function advance(world: World, now: number, rng: Rng): void {
  for (;;) {
    const due = world.agenda.takeDue(now);
    if (due === undefined) break;
    if (!stillDue(world, due)) continue;
    world.clock = Math.max(world.clock, due.at);
    handlers[due.kind](world, due.key, rng);
  }
  world.clock = Math.max(world.clock, now);
}

function stillDue(world: World, due: { at: number; kind: TableName; key: string }): boolean {
  const row = world[due.kind].get(due.key);
  return row !== undefined && (dueAt[due.kind] as (row: unknown) => number | null)(row) === due.at;
}

const handlers: Record<TableName, Handler> = {
  instances: meetInstanceEvent,
  sessions: endOrForgetSession,
  schedules: fireSchedule,
  executions: actOnOrForgetExecution,
  credentials: (world, key) => world.credentials.drop(key),
  lateCalls: landLateCall,
  changes: settleChange,
  devices: (world, key) => world.devices.drop(key),
  portalTokens: (world, key) => world.portalTokens.drop(key),
};

function meetInstanceEvent(world: World, id: string, rng: Rng): void {
  const instance = world.instances.get(id);
  if (instance === undefined) return;
  if (nextInstanceEvent(instance)?.event === 'forget') {
    forgetInstance(world, instance);
  } else if (instance.shutdownBehavior === 'terminate') {
    terminate(world, rng, id, world.clock, 'instance');
  } else {
    stop(world, rng, id, world.clock, 'instance');
  }
}

function endOrForgetSession(world: World, id: string): void {
  const session = world.sessions.get(id);
  if (session === undefined) return;
  if (session.endedAt === null) world.sessions.put(id, { ...session, endedAt: world.clock });
  else world.sessions.drop(id);
}

function actOnOrForgetExecution(world: World, id: string, rng: Rng): void {
  const execution = world.executions.get(id);
  if (execution === undefined) return;
  if (execution.status !== 'InProgress') return world.executions.drop(id);
  const { aim } = execution;
  const found =
    'instanceIds' in aim ? aim.instanceIds : instancesBearing(world, execution, aim.tags);
  const ids = mayTerminate(world, execution, found) ? found : [];
  for (const instanceId of ids) terminate(world, rng, instanceId, world.clock, 'user');
  // The real document's call for no instances at all is refused, and so shows as failed.
  const status = ids.length > 0 ? 'Success' : 'Failed';
  world.executions.put(id, { ...execution, status, terminated: ids });
}

/** TerminateInstances ends all that it is given or nothing. */
function mayTerminate(world: World, execution: Execution, ids: readonly string[]): boolean {
  const { account, region, role } = execution;
  if (role === undefined || ids.length === 0) return true;
  const operation = 'TerminateInstances';
  const input = { InstanceId: [...ids] };
  try {
    judge(world, { operation, account, region, caller: role, role, input });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

// Like the document, by what DescribeInstances shows at this moment.
function instancesBearing(
  world: World,
  place: Place,
  tags: Readonly<Record<string, readonly string[]>>,
): string[] {
  const filters = Object.entries(tags).map(([tag, Value]) => ({
    Name: `tag:${tag}`,
    Value: [...Value],
  }));
  const states = ['pending', 'running', 'stopping', 'stopped'];
  const { account, region } = place;
  const moment = { world, now: world.clock, rng: () => 0, account, region, caller: '' };
  return filterInstances(moment, [...filters, { Name: 'instance-state-name', Value: states }]).map(
    (instance) => instance.id,
  );
}

function landLateCall(world: World, id: string, rng: Rng): void {
  const call = world.lateCalls.get(id);
  world.lateCalls.drop(id);
  if (call === undefined || !isOperation(call.operation)) return;
  const { account, region, caller, accessKey } = call;
  // The input was narrowed when it was sent; nobody hears the answer.
  perform(
    world,
    { operation: call.operation, account, region, caller, accessKey, input: call.input as never },
    rng,
  );
}
