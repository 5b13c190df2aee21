import type { ApprovalRule } from '@sekisho/contract';
import { approversMeant } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import type { LeaseRow } from './row.ts';
import { leaseViews } from './view.ts';

/** Who agreed to a lease, by id. */
export interface Agreement {
  readonly given: readonly string[];
  /** Those of them whom the rule asks. */
  readonly standing: readonly string[];
}

/**
 * Weighs the approvals of a lease for somebody by the selectors `from`: nobody's own counts, and
 * whoever was on call when they agreed has agreed for good.
 */
export async function agreementOn(
  tx: Tx,
  lease: LeaseRow,
  person: string,
  from: readonly string[],
): Promise<Agreement> {
  const [view] = await leaseViews(tx, [lease]);
  const meantAt = (at: Date) => approversMeant(tx.config, from, person, at);
  const given = view?.approvals ?? [];
  const standing = given.filter(({ approver, at }) => meantAt(new Date(at)).includes(approver));
  const idsOf = (approvals: typeof given) => approvals.map(({ approver }) => approver);
  return { given: idsOf(given), standing: idsOf(standing) };
}

/**
 * Those who agreed must still be people whom the rule asks; whoever was on call then has agreed for good.
 * Errors: `policy-refused` when too few of them stand, or showed less than the rule wants by now.
 */
export async function refuseTooFewApprovals(
  tx: Tx,
  lease: LeaseRow,
  { count, from, stepUp }: Pick<ApprovalRule, 'count' | 'from' | 'stepUp'>,
): Promise<void> {
  const { standing } = await agreementOn(tx, lease, lease.requester, from);
  if (standing.length < count || !wasShown(lease, stepUp)) {
    throw new AppError('policy-refused', { environment: lease.environment });
  }
}

/** Whether those who agreed to a lease had to show at least this. */
export function wasShown({ step_up: shown }: LeaseRow, needed: ApprovalRule['stepUp']): boolean {
  if (needed === undefined) return true;
  return needed === 'login' ? shown !== null : shown === 'passkey';
}
