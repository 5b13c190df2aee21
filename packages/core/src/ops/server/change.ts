import type { Control, LeaseRow } from '../../leases/index.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { OpsCloud, OpsInstance } from '../cloud.ts';
import { scopeOf, templateOf } from '../frozen.ts';
import { changingTags, launchTags, tagKeys, wholeSeconds } from '../tags.ts';
import { attemptOf, type ServerSeen, secondsSince } from './seen.ts';

/** What a lease's server should be like; `lease` is null when it should not be. */
export interface ServerDesired {
  readonly lease: LeaseRow | null;
  /** The lease whose server it is or was, to know where to look. */
  readonly last: LeaseRow | null;
}

export interface ChangeScope {
  readonly cloud: OpsCloud;
  readonly installation: string;
  readonly readyWithinSeconds: number;
  readonly desired: ServerDesired;
  readonly seen: ServerSeen;
  readonly control: Control;
}

/** One idempotent move of a server towards what its lease wants. */
export async function changeServer(scope: ChangeScope): Promise<void> {
  const { lease, last } = scope.desired;
  if (lease === null) {
    if (last !== null) await remove(scope, last, scope.seen.living);
    return;
  }
  const [keep, ...extra] = scope.seen.living;
  if (extra.length > 0) await remove(scope, lease, extra);
  if (keep === undefined) await launchOrWait(scope, lease);
  else if (keep.state === 'running') await tend(scope, lease, keep);
}

/** Takes servers away: sessions first, so that nobody types on while the machine goes down. */
async function remove(
  { cloud, control }: ChangeScope,
  lease: LeaseRow,
  instances: readonly OpsInstance[],
): Promise<void> {
  const at = scopeOf(lease);
  for (const { instanceId, state } of instances) {
    if (state === 'shutting-down') continue;
    await control.guard();
    await cloud.terminate(at, instanceId);
  }
}

async function launchOrWait(scope: ChangeScope, lease: LeaseRow): Promise<void> {
  const { control } = scope;
  if (lease.state !== 'granting') {
    // An active lease's server is not made twice; its absence is timed until it is believed.
    if (!control.memo.unseenSince)
      await control.remember({ unseenSince: control.now().toISOString() });
    return;
  }
  await arm(scope, lease);
  await launch(scope, lease);
}

/** The dead-man's switch comes before the launch: whatever happens to us then, the server ends. */
async function arm({ cloud, control }: ChangeScope, lease: LeaseRow): Promise<void> {
  const at = wholeSeconds(lease.hard_maximum);
  if (control.memo.armedFor === at) return;
  await control.guard();
  await cloud.arm(scopeOf(lease), { name: switchName(lease), lease: lease.id, at });
  await control.remember({ armedFor: at });
}

/** Name of a lease's switch; unique because lease ids are. */
export function switchName(lease: Pick<LeaseRow, 'id'>): string {
  return `sekisho-${lease.id}`;
}

async function launch(
  { cloud, installation, seen, control }: ChangeScope,
  lease: LeaseRow,
): Promise<void> {
  const known = typeof control.memo.attempt === 'number' ? control.memo.attempt : 1;
  const attempt = Math.max(known, seen.lastTerminated + 1);
  if (control.memo.attempt !== attempt || !control.memo.launchedAt) {
    const launchedAt = control.now().toISOString();
    await control.remember({ attempt, launchedAt, rebootedAt: null, settledHolder: lease.holder });
  }
  await control.guard();
  const { launchTemplateId, version, instanceType } = templateOf(lease);
  await cloud.launch(scopeOf(lease), {
    clientToken: `${lease.id}-${attempt}`,
    ...{ launchTemplateId, version, instanceType },
    tags: launchTags(installation, lease),
  });
}

async function tend(scope: ChangeScope, lease: LeaseRow, instance: OpsInstance): Promise<void> {
  if (scope.seen.status === 'pending') {
    await hurry(scope, lease, instance);
    return;
  }
  await arm(scope, lease);
  await retag(scope, lease, instance);
  await noteUse(scope);
}

/** Too slow to become ready: one reboot, then one replacement. */
async function hurry(
  { cloud, control, readyWithinSeconds }: ChangeScope,
  lease: LeaseRow,
  instance: OpsInstance,
): Promise<void> {
  const { memo } = control;
  const waited = secondsSince(memo.rebootedAt ?? memo.launchedAt, control.now()) ?? 0;
  if (waited < readyWithinSeconds) return;
  if (!memo.rebootedAt) {
    await control.remember({ rebootedAt: control.now().toISOString() });
    await control.guard();
    await cloud.reboot(scopeOf(lease), instance.instanceId);
  } else if (!memo.replacedAt) {
    await control.remember({
      replacedAt: control.now().toISOString(),
      attempt: attemptOf(instance),
    });
    await control.guard();
    await cloud.terminate(scopeOf(lease), instance.instanceId);
  }
}

/** A handover rewrites the tag first, so that the old holder cannot come back, then ends open sessions. */
async function retag(scope: ChangeScope, lease: LeaseRow, instance: OpsInstance): Promise<void> {
  const { cloud, control } = scope;
  const wanted = changingTags(lease);
  const differs = Object.entries(wanted).some(([key, value]) => instance.tags[key] !== value);
  if (differs) {
    await control.guard();
    await cloud.tag(scopeOf(lease), instance.instanceId, wanted);
  }
  if (control.memo.settledHolder === lease.holder) return;
  await endSessions(scope, lease, instance.instanceId);
  await control.remember({ settledHolder: lease.holder });
}

async function endSessions(
  { cloud, control }: ChangeScope,
  lease: LeaseRow,
  instanceId: string,
): Promise<void> {
  const at = scopeOf(lease);
  for (const session of await cloud.sessions(at, [instanceId])) {
    await control.guard();
    try {
      await cloud.endSession(at, session.sessionId);
    } catch (error) {
      const alreadyOver = error instanceof CloudError && error.failure === 'not-found';
      if (!alreadyOver) throw error;
    }
  }
}

async function noteUse({ seen, control }: ChangeScope): Promise<void> {
  const patch = {
    ...(control.memo.unseenSince ? { unseenSince: null } : {}),
    ...(seen.usedAt && usedLater(seen.usedAt, control.memo.usedAt)
      ? { usedAt: seen.usedAt.toISOString() }
      : {}),
  };
  if (Object.keys(patch).length > 0) await control.remember(patch);
}

/** Whether a use is newer, by a minute at least, than the one remembered. */
export function usedLater(usedAt: Date, remembered: unknown): boolean {
  const before = typeof remembered === 'string' ? new Date(remembered).getTime() : 0;
  return usedAt.getTime() - before >= 60_000;
}

/** Whether the tags that follow a lease say what it says. */
export function tagsMatch(lease: LeaseRow, instance: OpsInstance): boolean {
  const wanted = changingTags(lease);
  return (
    instance.tags[tagKeys.holder] === wanted[tagKeys.holder] &&
    instance.tags[tagKeys.hardMaximum] === wanted[tagKeys.hardMaximum]
  );
}
