import type { LeaseRow } from '../../leases/index.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { OpsInstance } from '../cloud.ts';
import { scopeOf } from '../frozen.ts';
import { changingTags, tagKeys } from '../tags.ts';
import { guarded } from './guarded.ts';
import { attemptIn, replacedIn, secondsSince } from './memo.ts';
import { firstAttemptIn } from './replacement.ts';
import type { ChangeScope } from './scope.ts';
import { attemptOf } from './seen.ts';
import { arm, checkSwitch } from './switch.ts';

/** Looks after a running server: hurries it, keeps its switch and tags, notes its use. */
export async function tend(
  scope: ChangeScope,
  lease: LeaseRow,
  instance: OpsInstance,
): Promise<void> {
  if (scope.seen.status === 'pending') {
    if (scope.seen.agentFailure !== null) throw scope.seen.agentFailure;
    await hurry(scope, lease, instance);
    return;
  }
  await arm(scope, lease);
  if (scope.seen.switchCheckDue) await checkSwitch(scope, lease);
  await retag(scope, lease, instance);
  await noteUse(scope, instance);
}

/** Too slow to become ready: one reboot, then one replacement. */
async function hurry(
  { cloud, control, readyWithinSeconds }: ChangeScope,
  lease: LeaseRow,
  instance: OpsInstance,
): Promise<void> {
  const { memo } = control;
  if (attemptOf(instance) <= replacedIn(memo)) {
    // Its end was decided, and is either not shown yet or was never asked for.
    await guarded(control, () => cloud.terminate(scopeOf(lease), instance.instanceId));
    return;
  }
  const waited = secondsSince(memo.rebootedAt ?? memo.launchedAt, control.now()) ?? 0;
  if (waited < readyWithinSeconds) return;
  if (!memo.rebootedAt) {
    await control.remember({ rebootedAt: control.now().toISOString() });
    await guarded(control, () => cloud.reboot(scopeOf(lease), instance.instanceId));
  } else if (replacedIn(memo) < firstAttemptIn(memo)) {
    await control.remember({ replaced: attemptOf(instance) });
    await guarded(control, () => cloud.terminate(scopeOf(lease), instance.instanceId));
  }
}

/** A handover rewrites the tag first, so that the old holder cannot come back, then ends open sessions. */
async function retag(scope: ChangeScope, lease: LeaseRow, instance: OpsInstance): Promise<void> {
  const { cloud, control } = scope;
  if (!tagsMatch(lease, instance)) {
    const strange = instance.tags[tagKeys.holder] !== lease.holder;
    // Whoever the tag named meanwhile may have opened sessions, even when this holder was settled before.
    if (strange && control.memo.settledHolder === lease.holder)
      await control.remember({ settledHolder: null });
    await guarded(control, () =>
      cloud.tag(scopeOf(lease), instance.instanceId, changingTags(lease)),
    );
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
    try {
      await guarded(control, () => cloud.endSession(at, session.sessionId));
    } catch (error) {
      const alreadyOver = error instanceof CloudError && error.failure === 'not-found';
      if (!alreadyOver) throw error;
    }
  }
}

async function noteUse({ seen, control }: ChangeScope, instance: OpsInstance): Promise<void> {
  const attempt = attemptOf(instance);
  const patch = {
    // Replaced since the backup that this database was restored from.
    ...(attempt > attemptIn(control.memo) ? { attempt } : {}),
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
