import type { Moment } from '../operation.ts';
import { operation } from '../operation.ts';
import {
  type AssignmentChangeRow,
  type AssignmentRow,
  assignmentKey,
} from '../world/identity-records.ts';
import { Refusal } from '../world/refusal.ts';
import { drawDelay, uuid } from '../world/rng.ts';
import { admit, judgeInstance, notFound } from './admit.ts';
import { changeStatus } from './change-status.ts';
import { type AssignmentInput, assignmentInput } from './input.ts';
import { practiceIdentityCenter } from './place.ts';

/** "Number of outstanding asynchronous calls to CreateAccountAssignment": a quota that cannot be raised. */
const mostOutstanding = 10;

/**
 * `CreateAccountAssignment`: begins only; an account or principal that does not exist fails later, in silence.
 * Errors: `ConflictException`, `ThrottlingException`, `ResourceNotFoundException`, `AccessDeniedException`.
 */
export const createAccountAssignment = operation({
  service: 'sso',
  input: assignmentInput,
  run: (moment, asked: AssignmentInput) => {
    const row = judge(moment, 'CreateAccountAssignment', asked);
    const outstanding = changesUnderWay(moment).filter(({ kind }) => kind === 'create');
    if (outstanding.length >= mostOutstanding) {
      const message = `There are ${mostOutstanding} outstanding creations of account assignments.`;
      throw new Refusal('ThrottlingException', message, 400);
    }
    const change = begin(moment, 'create', row, whyNot(moment, row));
    return { AccountAssignmentCreationStatus: changeStatus(change) };
  },
});

/**
 * `DeleteAccountAssignment`: begins only.
 * Errors: as above; `ConflictException` also for an assignment that was made this moment.
 */
export const deleteAccountAssignment = operation({
  service: 'sso',
  input: assignmentInput,
  run: (moment, asked: AssignmentInput) => {
    const row = judge(moment, 'DeleteAccountAssignment', asked);
    const { world, now } = moment;
    if (!world.directory.assignments.has(assignmentKey(row))) {
      throw notFound('The account assignment does not exist.');
    }
    for (const made of world.changes.values()) {
      const fresh = made.status === 'SUCCEEDED' && made.kind === 'create';
      const resting = now < made.settlesAt + world.timing.assignRestMs;
      if (fresh && resting && assignmentKey(made) === assignmentKey(row)) throw conflict();
    }
    const change = begin(moment, 'delete', row, null);
    return { AccountAssignmentDeletionStatus: changeStatus(change) };
  },
});

/** What stands in the way of any change now. */
function judge(moment: Moment, operationName: string, asked: AssignmentInput): AssignmentRow {
  admit(moment, 'sso', operationName);
  judgeInstance(moment, asked.InstanceArn);
  const { managementAccount, delegatedAdministrator } = practiceIdentityCenter;
  if (asked.TargetId === managementAccount && moment.account === delegatedAdministrator) {
    const message = `User: ${moment.caller} may not change assignments in the management account.`;
    throw new Refusal('AccessDeniedException', message, 400);
  }
  const { world, rng } = moment;
  if (!world.directory.permissionSets.has(asked.PermissionSetArn)) {
    throw notFound(`PermissionSet not found: ${asked.PermissionSetArn}`);
  }
  const { account, region } = moment;
  const attempt = { operation: operationName, account, region };
  if (world.strike(attempt, ['conflict'], rng) !== undefined) throw conflict();
  if (changesUnderWay(moment).some((change) => change.account === asked.TargetId)) throw conflict();
  return {
    account: asked.TargetId,
    permissionSetArn: asked.PermissionSetArn,
    principalType: asked.PrincipalType,
    principalId: asked.PrincipalId,
  };
}

function begin(
  moment: Moment,
  kind: 'create' | 'delete',
  row: AssignmentRow,
  reason: string | null,
): AssignmentChangeRow {
  const { world, now, rng, account, region } = moment;
  const operationName = kind === 'create' ? 'CreateAccountAssignment' : 'DeleteAccountAssignment';
  const attempt = { operation: operationName, account, region };
  const slow = world.strike(attempt, ['slow-change'], rng)?.delayMs ?? 0;
  const struck = world.strike(attempt, ['change-fails'], rng) !== undefined;
  const change: AssignmentChangeRow = {
    ...row,
    requestId: uuid(rng),
    kind,
    createdAt: now,
    settlesAt: now + drawDelay(rng, world.timing.assignMs, world.timing.jitter) + slow,
    status: 'IN_PROGRESS',
    reason: reason ?? (struck ? 'An internal failure has occurred.' : null),
  };
  world.changes.put(change.requestId, change);
  return change;
}

/** Why the change will come to nothing, although it is accepted; null when it will succeed. */
function whyNot({ world }: Moment, row: AssignmentRow): string | null {
  const { accounts, users, groups } = world.directory;
  if (accounts.get(row.account)?.status !== 'ACTIVE') {
    return `Received a 404 status error: Account ${row.account} not found.`;
  }
  const principals = row.principalType === 'USER' ? users : groups;
  if (principals.has(row.principalId)) return null;
  return `Received a 404 status error: ${row.principalType} ${row.principalId} not found.`;
}

function changesUnderWay({ world }: Moment): AssignmentChangeRow[] {
  return [...world.changes.values()].filter(({ status }) => status === 'IN_PROGRESS');
}

function conflict(): Refusal {
  const message = 'There is already an operation in progress for this account; try again later.';
  return new Refusal('ConflictException', message, 400);
}
