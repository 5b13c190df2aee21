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

/** Whether a part is over although its parent goes on, which nobody would notice who is told of that alone. */
export async function endedAlone(
  tx: Tx,
  { part_of: parent }: Pick<LeaseRow, 'part_of'>,
): Promise<boolean> {
  if (parent === null) return false;
  const { state } = await needLease(tx, parent);
  return state === 'granting' || state === 'active';
}
