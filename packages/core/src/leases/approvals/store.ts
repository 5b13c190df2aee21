import { sqlOf, type Tx } from '../../platform/context.ts';
import type { LeaseRow } from '../row.ts';

interface Tables {
  leases: LeaseRow;
  approvals: { lease: string; approver: string; frozen_hash: string; at: Date };
}

export interface Approval {
  readonly approver: string;
  readonly at: Date;
}

/** Counts one approval of what is frozen now; a second by the same person changes nothing. Answers whether it was new. */
export async function addApproval(tx: Tx, lease: LeaseRow, approver: string): Promise<boolean> {
  const result = await sqlOf<Tables>(tx)
    .insertInto('approvals')
    .values({ lease: lease.id, approver, frozen_hash: lease.frozen_hash, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Approvals by lease id, of what is frozen now, oldest first. */
export async function approvalsOf(
  tx: Tx,
  leases: readonly LeaseRow[],
): Promise<ReadonlyMap<string, readonly Approval[]>> {
  if (leases.length === 0) return new Map();
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('approvals')
    .innerJoin('leases', (join) =>
      join
        .onRef('leases.id', '=', 'approvals.lease')
        .onRef('leases.frozen_hash', '=', 'approvals.frozen_hash'),
    )
    .select(['approvals.lease', 'approvals.approver', 'approvals.at'])
    .where(
      'approvals.lease',
      'in',
      leases.map((lease) => lease.id),
    )
    .orderBy('approvals.at')
    .execute();
  return Map.groupBy(rows, (row) => row.lease);
}
