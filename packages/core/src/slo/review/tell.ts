import type { Tx } from '../../platform/context.ts';
import { touchMonth } from './store.ts';

/** Calls that change a month's review take turns. */
export function monthSubject(month: string): string {
  return `slo-review:${month}`;
}

/** Orders the card of a month's review to be drawn again. */
export async function redrawMonth(tx: Tx, month: string): Promise<void> {
  const revision = await touchMonth(tx, month);
  const dedupe = `review:${month}:${revision}`;
  tx.order({ topic: 'review', payload: { month, revision }, dedupe });
}
