import { sqlOf, type Tx } from '../platform/context.ts';

/** Something of a checklist that was done. */
export interface Check {
  readonly lease: string;
  readonly item: string;
  readonly done_by: string;
  readonly done_at: Date;
}

interface Tables {
  membership_checks: Check;
}

/** What was done of the checklists of some memberships. */
export async function checksOf(tx: Tx, leases: readonly string[]): Promise<Check[]> {
  if (leases.length === 0) return [];
  return sqlOf<Tables>(tx)
    .selectFrom('membership_checks')
    .selectAll()
    .where('lease', 'in', [...leases])
    .execute();
}

/** Notes that something was done; who did it first stays. */
export async function addCheck(tx: Tx, check: Check): Promise<void> {
  await sqlOf<Tables>(tx)
    .insertInto('membership_checks')
    .values(check)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes back that it was done. */
export async function removeCheck(tx: Tx, lease: string, item: string): Promise<void> {
  await sqlOf<Tables>(tx)
    .deleteFrom('membership_checks')
    .where('lease', '=', lease)
    .where('item', '=', item)
    .execute();
}
