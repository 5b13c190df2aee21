import type { LeaseRow } from '../../leases/index.ts';
import type { OpsInstance } from '../cloud.ts';
import { scopeOf, templateOf } from '../frozen.ts';
import { guarded } from './guarded.ts';
import { attemptIn, secondsSince } from './memo.ts';
import { vanishedAfterSeconds } from './replacement.ts';
import type { ChangeScope } from './scope.ts';
import { attemptOf } from './seen.ts';

/**
 * Takes the old server away, and lets the next attempt begin only once it is gone: never two at once.
 * Answers whether it is gone.
 */
export async function retire(scope: ChangeScope, lease: LeaseRow): Promise<boolean> {
  const { cloud, seen, control } = scope;
  const at = scopeOf(lease);
  const { replaces } = templateOf(lease);
  // Each attempt is in the memo before its launch: one above it is of a life that this database does not know.
  const isOld = (one: OpsInstance) =>
    replaces.includes(one.instanceId) || attemptOf(one) <= attemptIn(control.memo);
  const old = seen.living.filter(isOld);
  for (const { instanceId, state } of old) {
    if (state === 'shutting-down') continue;
    await guarded(control, () => cloud.terminate(at, instanceId));
  }
  if (old.length > 0) return false;
  const [fresh] = seen.living;
  if (fresh !== undefined) {
    // A restored database finds that the replacement had begun, or was done, since its backup.
    await begin(scope, replaces.length, attemptOf(fresh), control.now().toISOString());
    return false;
  }
  if (seen.lastTerminated < attemptIn(control.memo)) {
    if (!(await hasVanished(scope))) return false;
    const last = replaces.at(-1);
    // Nobody shows it; the order to end it is what settles that, wherever it is.
    if (last !== undefined) await guarded(control, () => cloud.terminate(at, last));
  }
  const next = Math.max(attemptIn(control.memo), seen.lastTerminated) + 1;
  await begin(scope, replaces.length, next, null);
  return true;
}

async function hasVanished({ control }: ChangeScope): Promise<boolean> {
  const { memo } = control;
  const unseen = secondsSince(memo.unseenSince, control.now());
  if (unseen === null) await control.remember({ unseenSince: control.now().toISOString() });
  return unseen !== null && unseen >= vanishedAfterSeconds;
}

/** The new server has a reboot and a replacement of its own, and a token that no server before it had. */
function begin(
  { control }: ChangeScope,
  replacements: number,
  attempt: number,
  launchedAt: string | null,
): Promise<void> {
  return control.remember({
    ...{ replacements, attempt, firstAttempt: attempt, replaced: attempt - 1 },
    ...{ launchedAt, calledAt: launchedAt, rebootedAt: null, unseenSince: null },
    // Its switch and its holder's tag are set anew, whatever became of those that were set before.
    ...{ armedFor: null, settledHolder: null },
  });
}
