import type { ExportedEntry } from '@sekisho/contract';
import type { TestWorld } from '../../../test/support/world.ts';
import { transact } from '../src/platform/context.ts';
import { systemPrincipal } from '../src/platform/system-principal.ts';
import { type EntryBody, entryHash } from '../src/timeline/chain.ts';

/** Writes `count` entries, each in a transaction of its own; every second one has a text beside it. */
export async function writeEntries({ core }: TestWorld, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await writeEntry(core.house, at);
}

export function writeEntry(house: TestWorld['core']['house'], at: number): Promise<void> {
  return transact(house, systemPrincipal(house.clock.now()), async (tx) => {
    tx.record({
      action: 'test.wrote',
      subject: `thing-${at}`,
      environment: 'staging',
      service: 'checkout',
      lease: `ops-${String(at).padStart(8, '0')}`,
      data: { at, nested: { 名前: '花子', list: [1, 2] } },
      ...(at % 2 === 0 ? { texts: { reason: `because ${at}`, ticket: `OPS-${at}` } } : {}),
    });
  });
}

/** Forges an export from `first` on: each body as `edit` makes it, every hash computed again. */
export function forge(
  entries: readonly ExportedEntry[],
  first: number,
  edit: (body: EntryBody) => unknown,
): ExportedEntry[] {
  let previous = entries[first - 2]?.hash ?? '0'.repeat(64);
  return entries.map((entry) => {
    if (entry.number < first) return entry;
    const text = Buffer.from(entry.body, 'base64').toString();
    const body =
      entry.number === first ? JSON.stringify(edit(JSON.parse(text) as EntryBody)) : text;
    const hash = entryHash(previous, body);
    const forged = { ...entry, body: Buffer.from(body).toString('base64'), previous, hash };
    previous = hash;
    return forged;
  });
}
