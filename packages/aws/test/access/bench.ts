import type { Assignment, AssignmentChange } from '@sekisho/core/cloud';
import type { AccessCapability, AccessJudge } from './harness.ts';

/** What every group of behaviours works with. */
export interface AccessBench {
  readonly judge: () => AccessJudge;
  /** A test that needs a capability; where the judge lacks it, its title says so and it is skipped. */
  needs(capability: AccessCapability, title: string, test: () => Promise<void>): void;
}

const LONGEST_WAITS = 100;

/** The assignment of the judge's permission set to its user in its account. */
export async function wantedAssignment({ cloud, scope, facts }: AccessJudge): Promise<Assignment> {
  const sets = await cloud.permissionSets(scope);
  const set = sets.find(({ name }) => name === facts.permissionSet.name);
  const user = await cloud.findUser(scope, facts.email);
  if (set === undefined || user === null) throw new Error('the judge lacks its own facts');
  const principal = { kind: 'user' as const, id: user.userId };
  return { account: facts.account, permissionSetArn: set.arn, principal };
}

/** Makes or removes an assignment as the engine does: again after a conflict, and until the change is over. */
export async function carryOut(
  judge: AccessJudge,
  kind: 'assign' | 'unassign',
  assignment: Assignment,
): Promise<AssignmentChange> {
  const { cloud, scope } = judge;
  let change = await patiently(judge, () => cloud[kind](scope, assignment));
  for (let waits = 0; change.status === 'in-progress'; waits++) {
    if (waits > LONGEST_WAITS) throw new Error(`${kind} is in progress for ever`);
    await judge.wait();
    const { requestId } = change;
    change = await patiently(judge, () => cloud.changeStatus(scope, { kind, requestId }));
  }
  return change;
}

/** Repeats a call that is refused for a while only. */
export async function patiently<T>(judge: AccessJudge, call: () => Promise<T>): Promise<T> {
  for (let waits = 0; ; waits++) {
    try {
      return await call();
    } catch (error) {
      const { failure } = error as { failure?: string };
      if (waits > LONGEST_WAITS || !['conflict', 'throttled'].includes(failure ?? '')) throw error;
      await judge.wait();
    }
  }
}
