import type { MissingPiece, Step } from '@sekisho/contract';
import type { LeaseRow, Memo, Observation } from '../../leases/index.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { AgentStatus, OpsInstance, OpsSession } from '../cloud.ts';
import { tagKeys } from '../tags.ts';
import { attemptIn, replacedIn, secondsSince } from './memo.ts';
import { firstAttemptIn, isRetiring, vanishedAfterSeconds } from './replacement.ts';
import { isSwitchCheckDue } from './switch.ts';

/** What a look at one lease's server found. */
export interface ServerSeen extends Observation {
  /** Instances that are not gone, newest attempt first. */
  readonly living: readonly OpsInstance[];
  /** Highest attempt that was seen terminated; 0 when none was. */
  readonly lastTerminated: number;
  /** It is time to see that the dead-man's switch is still set. */
  readonly switchCheckDue: boolean;
  /** Why nobody knows whether its agent has come; null when that is known or does not matter. */
  readonly agentFailure: CloudError | null;
}

/** What is known of one lease when it is looked at. */
export interface Look {
  readonly lease: LeaseRow;
  readonly memo: Memo;
  readonly instances: readonly OpsInstance[];
  /** Status of running instances whose readiness matters, or why it could not be had. */
  readonly agents: ReadonlyMap<string, AgentStatus> | CloudError;
  /** Sessions on the lease's instances, or null when nobody asked. */
  readonly sessions: readonly OpsSession[] | null;
  readonly readyWithinSeconds: number;
  readonly now: Date;
}

/** A launch that AWS does not show yet is awaited this long before its absence is believed. */
const visibleWithinSeconds = 60;
const mostAttempts = 3;
const diagnoseAfterSeconds = 60;

/** Judges what was found of one lease's server. */
export function judgeServer(look: Look): ServerSeen {
  const living = look.instances
    .filter((instance) => instance.state !== 'terminated')
    .toSorted((a, b) => attemptOf(b) - attemptOf(a));
  const gone = look.instances.filter((instance) => instance.state === 'terminated');
  const lastTerminated = Math.max(0, ...gone.map(attemptOf));
  const [first] = living;
  const found = first ? judgeLiving(look, first) : judgeNone(look, lastTerminated);
  const switchCheckDue = isSwitchCheckDue(look.lease, look.memo, look.now);
  const agentFailure = look.agents instanceof CloudError ? look.agents : null;
  return {
    ...{ ...found, living, lastTerminated, switchCheckDue, agentFailure },
    there: living.length > 0,
    usedAt: usedAt(look, first),
  };
}

type Found = Omit<Observation, 'usedAt'>;

function found(
  status: Observation['status'],
  step: Step,
  resource: string | null,
  missing: MissingPiece | null = null,
): Found {
  return { status, step, missing, detail: null, resource };
}

function judgeNone({ lease, memo, now }: Look, lastTerminated: number): Found {
  if (isRetiring(lease, memo)) return found('pending', 'replacing', null);
  if (lease.state === 'granting') {
    if (lastTerminated - firstAttemptIn(memo) + 1 >= mostAttempts) {
      return found('broken', 'replacing', lease.resource, endedAtLaunch(lease));
    }
    return found('pending', lastTerminated > 0 ? 'replacing' : 'launching', null, lease.missing);
  }
  const gone = found('absent', 'done', lease.resource);
  if (lastTerminated >= attemptIn(memo)) return gone;
  if (lease.state !== 'active') {
    const called = secondsSince(memo.calledAt, now);
    const mayCome = called !== null && called < visibleWithinSeconds;
    return mayCome ? found('pending', 'terminating', null) : gone;
  }
  const unseen = secondsSince(memo.unseenSince, now);
  const vanished = unseen !== null && unseen >= vanishedAfterSeconds;
  return vanished ? gone : found('pending', 'ready', lease.resource);
}

function judgeLiving(look: Look, instance: OpsInstance): Found {
  const { lease, memo, agents } = look;
  const { instanceId, state } = instance;
  if (lease.state !== 'granting' && lease.state !== 'active') {
    return found('pending', 'terminating', instanceId);
  }
  if (isRetiring(lease, memo)) return found('pending', 'replacing', null);
  switch (state) {
    case 'stopping':
    case 'stopped':
      return found('broken', 'booting', instanceId, endedAtLaunch(lease));
    case 'shutting-down':
    case 'terminated':
      return found('pending', 'replacing', instanceId);
    case 'pending':
      return found('pending', 'booting', instanceId);
    case 'running':
      break;
  }
  if (lease.state === 'granting' && attemptOf(instance) <= replacedIn(memo)) {
    return found('pending', 'replacing', instanceId, lease.missing);
  }
  if (lease.state === 'active') return found('ready', 'ready', instanceId);
  // What nobody knows is no reason to reboot: the change fails with it, and says so.
  if (agents instanceof CloudError) {
    return found('pending', 'waiting-agent', instanceId, lease.missing);
  }
  if (agents.get(instanceId) === 'online') return found('ready', 'ready', instanceId);
  return waiting(look, instance, memo);
}

/** Running, but its agent has not come: reboot once, replace once, then give up naming the piece. */
function waiting(look: Look, instance: OpsInstance, memo: Memo): Found {
  const { now, readyWithinSeconds } = look;
  const since = secondsSince(memo.rebootedAt ?? memo.launchedAt, now) ?? 0;
  const missing = missingOf(instance);
  const late = since >= readyWithinSeconds;
  const exhausted = late && memo.rebootedAt !== undefined && memo.rebootedAt !== null;
  if (exhausted && replacedIn(memo) >= firstAttemptIn(memo)) {
    return found('broken', 'replacing', instance.instanceId, missing);
  }
  const step = memo.rebootedAt ? 'rebooting' : 'waiting-agent';
  const diagnosed = since >= Math.min(diagnoseAfterSeconds, readyWithinSeconds);
  return found('pending', step, instance.instanceId, diagnosed ? missing : null);
}

/** That a server did not outlive its launch. */
function endedAtLaunch({ frozen }: LeaseRow): MissingPiece {
  return (frozen.engine ?? null) === null ? 'terminated-at-launch' : 'ended-at-launch';
}

/** What an agent that does not come most likely lacks. */
function missingOf({ hasInstanceProfile }: OpsInstance): MissingPiece {
  if (hasInstanceProfile === null) return 'no-timer';
  return hasInstanceProfile ? 'no-route-to-ssm' : 'no-instance-profile';
}

/** The attempt that launched an instance, from its token `<lease>-<attempt>`. */
export function attemptOf(instance: OpsInstance): number {
  const attempt = Number(instance.clientToken?.split('-').at(-1));
  return Number.isSafeInteger(attempt) ? attempt : 1;
}

/** Last sign of use: an open session, the heartbeat of a held process, or what was seen before. */
function usedAt({ sessions, memo, now }: Look, instance: OpsInstance | undefined): Date | null {
  if (sessions === null) return null;
  if (sessions.length > 0) return now;
  const signs = [instance?.tags[tagKeys.heartbeat], memo.usedAt]
    .filter((sign) => typeof sign === 'string')
    .map((sign) => new Date(sign).getTime())
    .filter((time) => Number.isFinite(time) && time <= now.getTime());
  return new Date(Math.max(0, ...signs));
}
