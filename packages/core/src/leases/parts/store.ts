import { sql } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';
import { lockSubject } from '../../platform/lock-subject.ts';
import type { LeaseRow } from '../row.ts';
import { leaseSubject } from '../store.ts';

interface Tables {
  leases: LeaseRow;
}

/** Parts of a lease as they are now, in the order in which their targets are locked. */
export async function partsOf(tx: Tx, parent: string): Promise<LeaseRow[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('leases')
    .selectAll()
    .where('part_of', '=', parent)
    .orderBy(sql`target_key collate "C"`)
    .execute();
}

/** Parts of several leases, by the id of their parent. */
export async function partsOfAll(
  tx: Tx,
  parents: readonly string[],
): Promise<ReadonlyMap<string, readonly LeaseRow[]>> {
  if (parents.length === 0) return new Map();
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('leases')
    .selectAll()
    .where('part_of', 'in', [...parents])
    .orderBy(sql`target_key collate "C"`)
    .execute();
  return Map.groupBy(rows, (row) => row.part_of ?? '');
}

/** Locks the parts of a lease that is locked, until the transaction ends, and reads them as they are then. */
export async function lockParts(tx: Tx, parent: string): Promise<LeaseRow[]> {
  for (const { id } of await partsOf(tx, parent)) await lockSubject(tx, leaseSubject(id));
  return partsOf(tx, parent);
}
