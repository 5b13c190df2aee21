import { z } from 'zod';
import { pageOf } from '../ec2/pages.ts';
import { pingAt } from '../machine/agent.ts';
import { type Moment, operation } from '../operation.ts';
import type { Instance, Session } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { hex } from '../world/rng.ts';
import { placeKey } from '../world/world.ts';
import { admitParameters } from './session-parameters.ts';

/** What a session opens by that names no document. */
const shell = 'SSM-SessionManagerRunShell';

/** `GetConnectionStatus`: `connected` or `notconnected`, also for ids nobody knows. */
export const getConnectionStatus = operation({
  service: 'ssm',
  input: z.strictObject({ Target: z.string().min(1).max(400) }),
  run: (moment, { Target }) => ({
    Target,
    Status: connected(moment, Target) === null ? 'notconnected' : 'connected',
  }),
});

/** `StartSession`. Errors: `TargetNotConnected`, `InvalidDocument`, `InvalidParameters`. */
export const startSession = operation({
  service: 'ssm',
  input: z.strictObject({
    Target: z.string().min(1).max(400),
    DocumentName: z.string().optional(),
    Reason: z.string().min(1).max(256).optional(),
    Parameters: z.record(z.string(), z.array(z.string())).optional(),
  }),
  run: (moment, input) => {
    const instance = connected(moment, input.Target);
    if (instance === null) {
      throw new Refusal('TargetNotConnected', `${input.Target} is not connected.`);
    }
    admitParameters(moment, input.DocumentName ?? shell, input.Parameters ?? {});
    const session = openSession(moment, instance, {
      owner: moment.caller,
      document: input.DocumentName ?? null,
      reason: input.Reason ?? null,
      active: false,
    });
    return {
      SessionId: session.id,
      TokenValue: `practice-${hex(moment.rng, 64)}`,
      StreamUrl: `wss://ssmmessages.${moment.region}.amazonaws.com/v1/data-channel/${session.id}?role=publish_subscribe`,
    };
  },
});

/** `TerminateSession`. Errors: `DoesNotExistException`. */
export const terminateSession = operation({
  service: 'ssm',
  input: z.strictObject({ SessionId: z.string().min(1).max(96) }),
  run: (moment, { SessionId }) => {
    const session = moment.world.sessions.get(SessionId);
    if (session === undefined || placeKey(session) !== placeKey(moment)) {
      throw new Refusal('DoesNotExistException', `Session ${SessionId} does not exist.`);
    }
    if (session.endedAt === null) {
      moment.world.sessions.put(session.id, { ...session, endedAt: moment.now });
    }
    return { SessionId };
  },
});

/** `DescribeSessions`: `Active`, or `History` of thirty days; filters Target and Owner. */
export const describeSessions = operation({
  service: 'ssm',
  input: z.strictObject({
    State: z.enum(['Active', 'History']),
    Filters: z.array(z.strictObject({ key: z.string(), value: z.string() })).optional(),
    MaxResults: z.number().int().optional(),
    NextToken: z.string().optional(),
  }),
  run: (moment, input) => {
    const filters = input.Filters ?? [];
    const found = candidates(moment, input.State, filters).filter(
      (session) =>
        placeKey(session) === placeKey(moment) &&
        (session.endedAt === null) === (input.State === 'Active') &&
        filters.every(({ key, value }) => passes(session, key, value)),
    );
    const { items, nextToken } = pageOf(found, newestFirst, input, {
      least: 1,
      most: 200,
      errorCode: 'ValidationException',
      tokenErrorCode: 'InvalidNextToken',
    });
    return { Sessions: items.map(sessionItem), NextToken: nextToken ?? undefined };
  },
});

/** Opens a session on a connected instance. */
export function openSession(
  moment: Moment,
  instance: Instance,
  traits: Pick<Session, 'owner' | 'document' | 'reason' | 'active'>,
): Session {
  const who = traits.owner.split('/').at(-1) ?? 'session';
  const session: Session = {
    ...traits,
    id: `${who}-0${hex(moment.rng, 16)}`.slice(-96),
    account: instance.account,
    region: instance.region,
    instanceId: instance.id,
    startedAt: moment.now,
    endedAt: null,
    lastActivityAt: moment.now,
  };
  moment.world.sessions.put(session.id, session);
  return session;
}

/** The instance when its agent is online in this account and region, else null. */
export function connected(moment: Moment, target: string): Instance | null {
  const instance = moment.world.instances.get(target);
  if (instance === undefined || placeKey(instance) !== placeKey(moment)) return null;
  return pingAt(instance, moment.now) === 'Online' ? instance : null;
}

function candidates(
  moment: Moment,
  state: 'Active' | 'History',
  filters: readonly { key: string; value: string }[],
): Session[] {
  const target = filters.find(({ key }) => key === 'Target');
  if (state === 'Active' && target !== undefined) return moment.world.liveSessionsOn(target.value);
  return [...moment.world.sessions.values()];
}

function passes(session: Session, key: string, value: string): boolean {
  switch (key) {
    case 'Target':
      return session.instanceId === value;
    case 'Owner':
      return session.owner === value;
    case 'SessionId':
      return session.id === value;
    case 'InvokedAfter':
      return session.startedAt >= timeOf(value);
    case 'InvokedBefore':
      return session.startedAt < timeOf(value);
    case 'Status':
      return (session.endedAt === null ? 'Connected' : 'Terminated') === value;
    default:
      throw new Refusal('InvalidFilterKey', `The specified key ${key} is not valid.`);
  }
}

function timeOf(value: string): number {
  const at = Date.parse(value);
  if (!Number.isNaN(at)) return at;
  throw new Refusal('ValidationException', `${value} is no timestamp.`);
}

function newestFirst(session: Session): string {
  return `${String(1e15 - session.startedAt).padStart(16, '0')}/${session.id}`;
}

function sessionItem(session: Session) {
  const { endedAt, reason, document } = session;
  return {
    SessionId: session.id,
    Target: session.instanceId,
    Status: endedAt === null ? 'Connected' : 'Terminated',
    StartDate: new Date(session.startedAt),
    EndDate: endedAt === null ? undefined : new Date(endedAt),
    DocumentName: document ?? shell,
    Owner: session.owner,
    Reason: reason ?? undefined,
    Details: '',
    OutputUrl: {},
  };
}
