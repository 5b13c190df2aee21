import { type LeaseRow, leaseViews } from '../leases/index.ts';
import { approversMeant } from '../people/index.ts';
import type { Tx } from '../platform/context.ts';

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
