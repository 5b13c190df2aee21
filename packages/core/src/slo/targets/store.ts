import { sql } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';

/** A target that the file of an SLO said, and the minute from which it held. */
export interface FileTargetRow {
  slo: string;
  from_minute: number;
  target: number;
  seen_at: Date;
}

const query = (tx: Tx) => sqlOf<{ slo_file_targets: FileTargetRow }>(tx);

/** What the files said, in order; of one SLO or of all. */
export async function fileTargets(tx: Tx, slo?: string): Promise<readonly FileTargetRow[]> {
  let found = query(tx).selectFrom('slo_file_targets').selectAll();
  if (slo !== undefined) found = found.where('slo', '=', slo);
  return found.orderBy('from_minute').execute();
}

/** Keeps what files say now; a second change within one minute takes the place of the first. */
export async function keepFileTargets(tx: Tx, rows: readonly FileTargetRow[]): Promise<void> {
  if (rows.length === 0) return;
  await query(tx)
    .insertInto('slo_file_targets')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .columns(['slo', 'from_minute'])
        .doUpdateSet({ target: sql`excluded.target`, seen_at: tx.now }),
    )
    .execute();
}
