import type { LeaseRow } from '../../leases/index.ts';
import { scopeOf, templateOf } from '../frozen.ts';
import { guarded } from './guarded.ts';
import { attemptIn, secondsSince } from './memo.ts';
import { vanishedAfterSeconds } from './replacement.ts';
import type { ChangeScope } from './scope.ts';

/**
 * Takes the old server away, and lets the next attempt begin only once it is gone: never two at once.
 * Answers whether it is gone.
 */
export async function retire(scope: ChangeScope, lease: LeaseRow): Promise<boolean> {
  const { cloud, seen, control } = scope;
  const at = scopeOf(lease);
  for (const { instanceId, state } of seen.living) {
    if (state === 'shutting-down') continue;
    await guarded(control, () => cloud.terminate(at, instanceId));
  }
  if (seen.living.length > 0) return false;
  const { replaces } = templateOf(lease);
  if (seen.lastTerminated < attemptIn(control.memo)) {
    if (!(await hasVanished(scope))) return false;
    const last = replaces.at(-1);
    // Nobody shows it; the order to end it is what settles that, wherever it is.
    if (last !== undefined) await guarded(control, () => cloud.terminate(at, last));
  }
  await beginAnew(scope, replaces.length);
  return true;
}

async function hasVanished({ control }: ChangeScope): Promise<boolean> {
  const { memo } = control;
  const unseen = secondsSince(memo.unseenSince, control.now());
  if (unseen === null) await control.remember({ unseenSince: control.now().toISOString() });
  return unseen !== null && unseen >= vanishedAfterSeconds;
}

/** The new server has a reboot and a replacement of its own, and a token that no server before it had. */
async function beginAnew({ seen, control }: ChangeScope, replacements: number): Promise<void> {
  const before = Math.max(attemptIn(control.memo), seen.lastTerminated);
  await control.remember({
    ...{ replacements, attempt: before + 1, firstAttempt: before + 1, replaced: before },
    ...{ launchedAt: null, calledAt: null, rebootedAt: null, unseenSince: null },
    // Idleness of the old one is not the new one's.
    usedAt: control.now().toISOString(),
  });
}
