import { finalStates } from '@sekisho/contract';
import type { LeaseRow, TargetRow } from '../leases/index.ts';
import { sqlOf, type Tx } from '../platform/context.ts';

interface Tables {
  leases: LeaseRow;
  targets: TargetRow;
}

/** Every lease that is not over, and the targets that they act on. */
export async function openWithTargets(
  tx: Tx,
): Promise<{ readonly leases: LeaseRow[]; readonly targets: TargetRow[] }> {
  const sql = sqlOf<Tables>(tx);
  const leases = await sql
    .selectFrom('leases')
    .selectAll()
    .where('state', 'not in', [...finalStates])
    .orderBy('requested_at')
    .orderBy('id')
    .execute();
  const keys = [...new Set(leases.map(({ target_key: key }) => key))];
  if (keys.length === 0) return { leases, targets: [] };
  const targets = await sql.selectFrom('targets').selectAll().where('key', 'in', keys).execute();
  return { leases, targets };
}

/** Makes every target of an open lease due: what was put off while nobody had looked is done now. */
export async function wakeAll(tx: Tx): Promise<void> {
  const open = sqlOf<Tables>(tx)
    .selectFrom('leases')
    .select('target_key')
    .where('state', 'not in', [...finalStates]);
  await sqlOf<Tables>(tx)
    .updateTable('targets')
    .set({ next_check_at: tx.now, urgent_at: tx.now })
    .where('key', 'in', open)
    .execute();
}
