import type { Control, LeaseRow } from '../../leases/index.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { OpsInstance } from '../cloud.ts';
import { scopeOf, templateOf } from '../frozen.ts';
import { launchTags } from '../tags.ts';
import { guarded } from './guarded.ts';
import { attemptIn, secondsSince } from './memo.ts';
import { isRetiring } from './replacement.ts';
import { retire } from './retire.ts';
import type { ChangeScope } from './scope.ts';
import { arm } from './switch.ts';
import { tend } from './tend.ts';

const callsNotedEverySeconds = 10;

/** One idempotent move of a server towards what its lease wants. */
export async function changeServer(scope: ChangeScope): Promise<void> {
  const { lease, last } = scope.desired;
  if (lease === null) {
    if (last !== null) await remove(scope, last, scope.seen.living);
    return;
  }
  if (isRetiring(lease, scope.control.memo)) {
    if (await retire(scope, lease)) await launchOrWait(scope, lease);
    return;
  }
  const [keep, ...extra] = scope.seen.living;
  if (extra.length > 0) await remove(scope, lease, extra);
  if (keep === undefined) await launchOrWait(scope, lease);
  else if (keep.state === 'running') await tend(scope, lease, keep);
}

/** Takes servers away, and with them the sessions on them. */
async function remove(
  { cloud, control }: ChangeScope,
  lease: LeaseRow,
  instances: readonly OpsInstance[],
): Promise<void> {
  const at = scopeOf(lease);
  for (const { instanceId, state } of instances) {
    if (state === 'shutting-down') continue;
    await guarded(control, () => cloud.terminate(at, instanceId));
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

async function launch(
  { cloud, installation, seen, control }: ChangeScope,
  lease: LeaseRow,
): Promise<void> {
  const attempt = Math.max(attemptIn(control.memo), seen.lastTerminated + 1);
  await rememberCall(control, lease, attempt);
  const template = templateOf(lease);
  const { launchTemplateId, version, instanceType } = template;
  // A parameter may name another image by now; the image that was frozen is the one that is launched.
  const image = template.imageParameter === null ? {} : { imageId: template.imageId };
  try {
    await guarded(control, () =>
      cloud.launch(scopeOf(lease), {
        clientToken: `${lease.id}-${attempt}`,
        ...{ launchTemplateId, version, instanceType, ...image },
        tags: launchTags(installation, lease),
      }),
    );
  } catch (error) {
    // Somebody took away what we set: the next look sets it anew before it launches.
    const isUnarmed = error instanceof CloudError && error.vendorCode === 'SwitchNotArmed';
    if (isUnarmed) await control.remember({ armedFor: null });
    throw error;
  }
}

/** When a launch was first and last asked for: until it would be seen, its absence proves nothing. */
async function rememberCall(control: Control, lease: LeaseRow, attempt: number): Promise<void> {
  const { memo } = control;
  const calledAt = control.now().toISOString();
  if (memo.attempt !== attempt || !memo.launchedAt) {
    const settledHolder = lease.holder;
    const patch = { attempt, launchedAt: calledAt, calledAt, rebootedAt: null, settledHolder };
    await control.remember(patch);
    return;
  }
  const since = secondsSince(memo.calledAt, control.now());
  if (since === null || since >= callsNotedEverySeconds) await control.remember({ calledAt });
}
