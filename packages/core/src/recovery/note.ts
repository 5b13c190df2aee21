import type { Tx } from '../platform/context.ts';
import { readRestored, restoredView, writeRestored } from '../platform/restored.ts';

/** Tells the timeline, once, that it goes on from a backup. */
export async function noteRestored(tx: Tx): Promise<void> {
  const mark = await readRestored(tx);
  if (mark === null || mark.noted) return;
  tx.record({ action: 'recovery.began', data: { ...restoredView(mark) } });
  await writeRestored(tx, { ...mark, noted: true });
}
