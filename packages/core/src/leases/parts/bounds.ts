import type { Tx } from '../../platform/context.ts';
import type { LeaseRow } from '../row.ts';
import { needLease } from '../store.ts';

/** When a part must be over: with its parent. Nothing for a lease by itself. */
export async function boundsOfPart(
  tx: Tx,
  { part_of: parent }: Pick<LeaseRow, 'part_of'>,
): Promise<{ readonly deadline: Date | null; readonly hardMaximum: Date | null }> {
  if (parent === null) return { deadline: null, hardMaximum: null };
  const { deadline, hard_maximum: hardMaximum } = await needLease(tx, parent);
  return { deadline, hardMaximum };
}
