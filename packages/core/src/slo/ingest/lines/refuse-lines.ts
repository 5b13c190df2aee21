import type { Tx } from '../../../platform/context.ts';
import { sourceRow, writeSource } from '../sources/store.ts';

/** A delivery was refused, or not all of it could be counted: remembered, for people to see. */
export async function noteRefused(tx: Tx, source: string, why: string): Promise<void> {
  const { failures } = await sourceRow(tx, source);
  const error = { error: why.slice(0, 500), error_code: 'bad-answer', error_at: tx.now };
  await writeSource(tx, source, { ...error, failures: failures + 1 });
}
