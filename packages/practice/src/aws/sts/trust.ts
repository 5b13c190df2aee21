import { type ContextValue, decide, readPolicy } from '@sekisho/iam-policy';
import { roleArn, roleOfArn, seenState } from '../iam/role-state.ts';
import { timeContext } from '../judge/context.ts';
import type { Moment } from '../operation.ts';
import { denied } from '../refusals.ts';
import type { Role } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';

export interface Entry {
  readonly operation: 'AssumeRole' | 'AssumeRoleWithWebIdentity';
  readonly roleArn: string;
  readonly actions: readonly string[];
  readonly context: Readonly<Record<string, ContextValue>>;
  /** Whether a principal of the trust policy is the caller. */
  readonly isCaller: (named: {
    readonly aws: readonly string[];
    readonly federated: readonly string[];
  }) => boolean;
}

/** The role that a caller may assume by its trust policy. Errors: `AccessDenied`, also when there is no such role. */
export function enter(moment: Moment, entry: Entry): Role {
  const { world, now } = moment;
  if (!/^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(entry.roleArn)) {
    throw new Refusal('ValidationError', `${entry.roleArn} is invalid`);
  }
  const role = roleOfArn(world, entry.roleArn);
  const state = role === undefined ? null : seenState(role, now);
  if (role === undefined || state === null) throw refused(moment, entry);
  const statements = readPolicy(state.trust, 'trust').filter(({ principals }) =>
    entry.isCaller(principals),
  );
  const context = { ...timeContext(now), ...entry.context };
  const trusted = entry.actions.every(
    (action) => decide(statements, { action, resource: roleArn(role), context }) === 'allow',
  );
  if (!trusted) throw refused(moment, entry);
  return role;
}

function refused(moment: Moment, { operation, roleArn: arn }: Entry): Refusal {
  return operation === 'AssumeRole'
    ? denied('sts', { caller: moment.caller, operation }, ` on resource: ${arn}`)
    : new Refusal('AccessDenied', `Not authorized to perform sts:${operation}`, 403);
}

/** Whether a principal of a trust policy is a caller: its account, itself, or the role that it is a session of. */
export function isNamed(named: string, caller: string): boolean {
  if (named === '*' || named === caller) return true;
  const [, , , , account = '', rest = ''] = caller.split(':');
  if (named === account || named === `arn:aws:iam::${account}:root`) return true;
  const role = /^assumed-role\/([^/]+)\//.exec(rest)?.[1];
  const wanted = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(named);
  return role !== undefined && wanted?.[1] === account && wanted[2] === role;
}
