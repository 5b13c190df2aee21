import type { Checkpoint, ExportedEntry, Verdict } from '@sekisho/contract';
import { checkChain } from './verify-chain.ts';

/**
 * Judges an export offline, without trusting the server it came from.
 * `entries` are its lines in file order; `anchors` are earlier checkpoints kept elsewhere, and
 * `keys` the public keys that may have signed them.
 */
export async function verifyExport(
  entries: AsyncIterable<ExportedEntry> | Iterable<ExportedEntry>,
  anchors: readonly Checkpoint[],
  keys: readonly string[] = [],
): Promise<Verdict> {
  const check = checkChain({ anchors, keys });
  for await (const { number, body, previous, hash } of entries) {
    check.add({ number, previous, hash, body: Buffer.from(body, 'base64').toString('utf8') });
  }
  return check.finish(null);
}
