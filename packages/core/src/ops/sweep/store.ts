import type { OutputOf } from '@sekisho/contract';
import { sqlOf, type Tx } from '../../platform/context.ts';

type Verdict = OutputOf<'ops.spare'>['verdict'];
type Next = OutputOf<'ops.sweep'>['orphans'][number]['next'];

/** An instance of this installation that no living lease explains. */
export interface OrphanRow {
  instance_id: string;
  environment: string;
  lease: string | null;
  verdict: Verdict;
  first_seen_at: Date;
  next: Next;
  next_at: Date | null;
}

interface Tables {
  orphans: OrphanRow;
}

export async function readOrphans(tx: Tx): Promise<ReadonlyMap<string, OrphanRow>> {
  const rows = await sqlOf<Tables>(tx).selectFrom('orphans').selectAll().execute();
  return new Map(rows.map((row) => [row.instance_id, row]));
}

export async function findOrphan(tx: Tx, instanceId: string): Promise<OrphanRow | undefined> {
  return sqlOf<Tables>(tx)
    .selectFrom('orphans')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .executeTakeFirst();
}

export async function saveOrphan(tx: Tx, row: OrphanRow): Promise<void> {
  const { instance_id: _key, ...rest } = row;
  await sqlOf<Tables>(tx)
    .insertInto('orphans')
    .values(row)
    .onConflict((conflict) => conflict.column('instance_id').doUpdateSet(rest))
    .execute();
}

/** Forgets orphans that are not there any more. */
export async function forgetOrphansExcept(
  tx: Tx,
  environments: readonly string[],
  instanceIds: readonly string[],
): Promise<void> {
  if (environments.length === 0) return;
  let query = sqlOf<Tables>(tx)
    .deleteFrom('orphans')
    .where('environment', 'in', [...environments]);
  if (instanceIds.length > 0) query = query.where('instance_id', 'not in', [...instanceIds]);
  await query.execute();
}
