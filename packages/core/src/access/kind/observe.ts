import type { LeaseRow, Observation, TargetRow } from '../../leases/index.ts';
import { addSeconds } from '../../platform/clock.ts';
import { CloudError, orCloudError } from '../../platform/cloud-error.ts';
import type { CloudScope } from '../../platform/cloud-scope.ts';
import type { AccessCloud, Assignment, AssignmentChange } from '../cloud.ts';
import { centerOf, type LentAccess, lentOfLease } from '../frozen.ts';
import { membersOf } from '../members-of.ts';
import { type AccessMemo, readMemo } from './memo.ts';
import { switchName } from './switch-name.ts';

/** What was seen of one user's assignment. */
export interface AccessSeen extends Observation {
  readonly assigned: boolean;
  /** It is listed although our own removal of it has just been done: the list may be an old one. */
  readonly stale: boolean;
  /** The change that was under way, as it stands now; null when there was none. */
  readonly change: AssignmentChange | null;
  /** When the switch fires, as AWS says (null: there is none); undefined when it was not asked. */
  readonly armedFor: Date | null | undefined;
}

/** Lists lag: for so long what was there is not called gone, nor what we took away called there. */
const settlingSeconds = 120;

interface Observer {
  readonly cloud: AccessCloud;
  readonly now: Date;
  /** Is told of a switch that could not be looked at: access is taken away without knowing of it. */
  readonly tell: (failure: unknown) => void;
}

/** Looks at the assignments of some targets of one account, each permission set in one list. */
export async function observeAccess(
  observer: Observer,
  targets: readonly TargetRow[],
  leases: readonly LeaseRow[],
): Promise<ReadonlyMap<string, AccessSeen | CloudError>> {
  const lists = new Map<string, Promise<ReadonlySet<string>>>();
  const looks = targets.flatMap((target) => {
    const lease = leases.find(
      ({ target_key, granted_at }) => target_key === target.key && granted_at !== null,
    );
    if (lease === undefined) return [];
    const lent = leases.some(({ target_key, state }) => target_key === target.key && isLent(state));
    const look = orCloudError(observeOne(observer, { target, lease, lent, lists }));
    return [look.then((seen) => [target.key, seen] as const)];
  });
  return new Map(await Promise.all(looks));
}

/** What is being taken back has no more use for its switch than that it is there. */
function isLent(state: LeaseRow['state']): boolean {
  return state === 'granting' || state === 'active';
}

interface Look {
  readonly target: TargetRow;
  readonly lease: LeaseRow;
  /** Whether a lease wants it: then its switch is looked at, too. */
  readonly lent: boolean;
  /** Ids of the users of what was listed already in this pass. */
  readonly lists: Map<string, Promise<ReadonlySet<string>>>;
}

async function observeOne(
  { cloud, now, tell }: Observer,
  { target, lease, lent: isWanted, lists }: Look,
): Promise<AccessSeen> {
  const memo = readMemo(target.memo);
  const scope = centerOf(lease);
  const toldOnly = (failure: unknown) => {
    tell(failure);
    return undefined;
  };
  const lent = lentOfLease(lease);
  const list = listKey(lease, lent);
  const listed = lists.get(list) ?? usersOf(cloud, scope, lease, lent);
  lists.set(list, listed);
  const [users, change, armedFor] = await Promise.all([
    listed,
    changeOf(cloud, scope, memo),
    isWanted && isCheckDue(memo, now)
      ? armedForOf(cloud, scope, target).catch(toldOnly)
      : undefined,
  ]);
  const assigned = users.has(lent.userId);
  const stale = assigned && isJustRemoved(memo, change, now);
  const isBeingMade = change?.status === 'in-progress' && memo.pending?.kind === 'assign';
  const there = (assigned && !stale) || isBeingMade;
  const judgement = judged(memo, { assigned, stale, change, now });
  return { ...judgement, there, assigned, stale, change, armedFor };
}

function isJustRemoved(
  { pending, removedAt }: AccessMemo,
  change: AssignmentChange | null,
  now: Date,
): boolean {
  if (change?.status === 'succeeded') return pending?.kind === 'unassign';
  return removedAt !== null && now < addSeconds(new Date(removedAt), settlingSeconds);
}

/** How often AWS is asked whether a switch is still there, seconds. */
const checkSeconds = 300;

function isCheckDue({ armedFor, checkedAt }: AccessMemo, now: Date): boolean {
  if (armedFor === null) return false;
  return checkedAt === null || now >= addSeconds(new Date(checkedAt), checkSeconds);
}

async function armedForOf(
  cloud: AccessCloud,
  scope: CloudScope,
  target: TargetRow,
): Promise<Date | null | undefined> {
  const at = await cloud.removalArmedFor(scope, switchName(target));
  return at === null ? null : new Date(at);
}

function listKey({ frozen }: LeaseRow, { group, permissionSetArn }: LentAccess): string {
  return group === null ? `${frozen.account} ${permissionSetArn}` : group.id;
}

async function usersOf(
  cloud: AccessCloud,
  scope: CloudScope,
  { frozen: { account } }: LeaseRow,
  { group, permissionSetArn }: LentAccess,
): Promise<ReadonlySet<string>> {
  if (group !== null) return new Set(await membersOf(cloud, scope, group.id));
  const assignments = await cloud.assignments(scope, { account, permissionSetArn });
  const isUser = ({ principal }: Assignment) => principal.kind === 'user';
  return new Set(assignments.filter(isUser).map(({ principal }) => principal.id));
}

async function changeOf(
  cloud: AccessCloud,
  scope: CloudScope,
  { pending }: AccessMemo,
): Promise<AssignmentChange | null> {
  if (pending === null) return null;
  const { kind, requestId } = pending;
  try {
    return await cloud.changeStatus(scope, { kind, requestId });
  } catch (error) {
    // AWS forgets its requests after a while: then only what is listed tells.
    if (error instanceof CloudError && error.failure === 'not-found') {
      return { requestId, status: 'succeeded', reason: null };
    }
    throw error;
  }
}

function judged(
  memo: AccessMemo,
  {
    assigned,
    stale,
    change,
    now,
  }: Pick<AccessSeen, 'assigned' | 'stale' | 'change'> & { now: Date },
): Observation {
  const under = change?.status === 'in-progress';
  const failed = change?.status === 'failed';
  const refused = failed && memo.pending?.kind === 'assign' && (!assigned || stale);
  const late =
    memo.unseenSince !== null && now >= addSeconds(new Date(memo.unseenSince), settlingSeconds);
  const absent = memo.made !== true || late ? 'absent' : 'pending';
  const status = refused ? 'broken' : under || stale ? 'pending' : assigned ? 'ready' : absent;
  const removing = memo.pending?.kind === 'unassign';
  return {
    status,
    step: status === 'ready' && !removing ? 'ready' : removing ? 'removing' : 'assigning',
    missing: failed ? 'assignment-failed' : null,
    detail: failed ? (change?.reason ?? null) : null,
    resource: null,
    usedAt: null,
  };
}
