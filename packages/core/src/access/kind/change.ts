import type { Control, LeaseRow, TargetRow } from '../../leases/index.ts';
import type { AccessCloud, Assignment, AssignmentChange, Removal } from '../cloud.ts';
import { centerOf, type LentAccess, lentOfLease } from '../frozen.ts';
import type { AccessDesired } from './desired.ts';
import { type AccessMemo, readMemo } from './memo.ts';
import type { AccessSeen } from './observe.ts';
import { switchName } from './switch-name.ts';

/** What one move has to do with. */
interface Move {
  readonly cloud: AccessCloud;
  readonly target: TargetRow;
  readonly lease: LeaseRow;
  readonly lent: LentAccess;
  readonly desired: AccessDesired;
  readonly seen: AccessSeen;
  readonly control: Control;
}

/**
 * One idempotent move of an assignment towards what is desired. While a change is under way
 * nothing is begun: Identity Center would refuse it, or do both.
 */
export async function changeAccess(
  cloud: AccessCloud,
  target: TargetRow,
  desired: AccessDesired,
  seen: AccessSeen,
  control: Control,
): Promise<void> {
  const { last: lease } = desired;
  if (lease === null) return;
  const move = { cloud, target, lease, lent: lentOfLease(lease), desired, seen, control };
  if (seen.change?.status === 'in-progress') return;
  if (seen.change !== null) await noteDone(move, seen.change);
  // Others of the account have their turn before it is tried again.
  if (seen.change?.status === 'failed') return;
  await noteSwitch(move);
  await noteSight(move);
  if (desired.lease !== null) await give(move);
  else if (isOurs(move)) await take(move);
}

/** Remembers that a change came to its end, and since when what is listed may be what we took away. */
async function noteDone({ control }: Move, { status }: AssignmentChange): Promise<void> {
  const { pending } = readMemo(control.memo);
  await control.remember({
    pending: null,
    failedAt: status === 'failed' ? control.now().toISOString() : null,
    ...(pending && removalBy(control, pending.kind, status)),
  });
}

/** What a change that came to its end says about when it was removed; one that failed says nothing. */
function removalBy(
  control: Control,
  kind: 'assign' | 'unassign',
  status: AssignmentChange['status'],
): Pick<AccessMemo, 'removedAt'> | null {
  if (status !== 'succeeded') return null;
  return { removedAt: kind === 'unassign' ? control.now().toISOString() : null };
}

/** Remembers what AWS says of the switch: one that somebody deleted or moved is set anew. */
async function noteSwitch({ seen: { armedFor }, control }: Move): Promise<void> {
  if (armedFor === undefined) return;
  const checkedAt = control.now().toISOString();
  await control.remember({ checkedAt, armedFor: armedFor?.toISOString() ?? null });
}

/** Remembers whose an assignment is that was there before we did anything, and since when one is missed. */
async function noteSight({ seen, control, desired }: Move): Promise<void> {
  const memo = readMemo(control.memo);
  if (seen.assigned && !seen.stale && memo.made !== true && memo.found !== true) {
    await control.remember({ found: true });
  }
  const missed = isMissed(desired, seen);
  if (missed === (memo.unseenSince !== null)) return;
  await control.remember({ unseenSince: missed ? control.now().toISOString() : null });
}

/** Whether what is to be given is listed, but perhaps only as what was taken away: it is made all the same. */
export function isLeftOver({ granting }: AccessDesired, { stale }: AccessSeen): boolean {
  return granting && stale;
}

/** Whether what was given is not there: somebody took it away in AWS, or the list lags. It is never made again unasked. */
export function isMissed({ lease, granting }: AccessDesired, { assigned }: AccessSeen): boolean {
  return lease !== null && !granting && !assigned;
}

async function give(move: Move): Promise<void> {
  const { cloud, lease, lent, seen, desired, control } = move;
  const memo = readMemo(control.memo);
  if (isKept(memo, desired) && seen.assigned) return disarm(move);
  const isNew = desired.granting && (!seen.assigned || isLeftOver(desired, seen));
  // The switch first: what it guards must never be there without it. A membership has no name to
  // delete it by before it is there, so that its switch can only follow at once.
  if (!isNew && isBare(move)) return armOrTakeBack(move);
  if (lent.group === null || !isNew) await arm(move);
  if (!isNew) return;
  await control.remember({ made: true, found: false });
  await control.guard();
  if (lent.group !== null) {
    await cloud.addMember(centerOf(lease), lent.group.id, lent.userId);
    await armOrTakeBack(move);
    return control.remember({ removedAt: null });
  }
  const change = await cloud.assign(centerOf(lease), assignmentOf(lease, lent));
  await rememberChange(control, 'assign', change);
}

/** Whether a membership that is being granted has no switch yet: whoever made it died, or could not set it. */
function isBare({ lent, desired, control }: Move): boolean {
  return lent.group !== null && desired.granting && readMemo(control.memo).armedFor === null;
}

/**
 * Sets the switch of a membership that is there, or takes the membership back: should Sekisho die
 * for good, it must not be there without one. What could not be done is tried again by the engine.
 */
async function armOrTakeBack(move: Move): Promise<void> {
  try {
    await arm(move);
  } catch (error) {
    await take(move);
    throw error;
  }
}

async function take({ cloud, lease, lent, control }: Move): Promise<void> {
  await control.guard();
  if (lent.group !== null) {
    await cloud.removeMember(centerOf(lease), lent.group.id, lent.userId);
    // One who is put in again is another member to AWS: the old switch would not fit.
    return control.remember({ armedFor: null, removedAt: control.now().toISOString() });
  }
  const change = await cloud.unassign(centerOf(lease), assignmentOf(lease, lent));
  await rememberChange(control, 'unassign', change);
}

/** Whether what is there is to be taken away: never what was there before, or what stands. */
function isOurs({ seen, desired, control }: Move): boolean {
  const memo = readMemo(control.memo);
  return seen.assigned && memo.made === true && !isKept(memo, desired);
}

/** Whether it stays when no lease wants it. */
export function isKept({ found }: AccessMemo, { standing }: AccessDesired): boolean {
  return found === true || standing;
}

async function rememberChange(
  control: Control,
  kind: 'assign' | 'unassign',
  { requestId, status }: AssignmentChange,
): Promise<void> {
  const pending = { kind, requestId, at: control.now().toISOString() };
  await control.remember({
    pending: status === 'in-progress' ? pending : null,
    ...removalBy(control, kind, status),
  });
}

/** Sets the one-time schedule that takes it away although Sekisho is dead. */
async function arm({ cloud, target, lease, lent, desired, control }: Move): Promise<void> {
  const at = desired.until?.toISOString();
  if (at === undefined || readMemo(control.memo).armedFor === at) return;
  await control.guard();
  const order = { name: switchName(target), at, removal: removalOf(lease, lent) };
  await cloud.armRemoval(centerOf(lease), order);
  await control.remember({ armedFor: at, checkedAt: control.now().toISOString() });
}

async function disarm({ cloud, target, lease, control }: Move): Promise<void> {
  if (readMemo(control.memo).armedFor === null) return;
  await control.guard();
  await cloud.disarmRemoval(centerOf(lease), switchName(target));
  await control.remember({ armedFor: null });
}

function removalOf(lease: LeaseRow, lent: LentAccess): Removal {
  const { group, userId } = lent;
  if (group !== null) return { kind: 'membership', groupId: group.id, userId };
  return { kind: 'assignment', assignment: assignmentOf(lease, lent) };
}

function assignmentOf({ frozen }: LeaseRow, { permissionSetArn, userId }: LentAccess): Assignment {
  const { account } = frozen;
  return { account, permissionSetArn, principal: { kind: 'user', id: userId } };
}
