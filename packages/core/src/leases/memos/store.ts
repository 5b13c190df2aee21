import type { LeaseKindName } from '@sekisho/contract';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { TargetRow } from '../row.ts';

interface Tables {
  targets: TargetRow;
}

/** What the engine remembers of the targets of a kind whose keys begin so. @param start without wildcards */
export async function memosOf(
  tx: Tx,
  kind: LeaseKindName,
  start: string,
): Promise<Pick<TargetRow, 'key' | 'memo'>[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('targets')
    .select(['key', 'memo'])
    .where('kind', '=', kind)
    .where('key', 'like', `${start}%`)
    .execute();
}
