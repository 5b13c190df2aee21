import { type Checkpoint, contract, type Verdict } from '@sekisho/contract';
import type { Database } from '../platform/database/database.ts';
import { implement } from '../platform/verb.ts';
import { genesis } from './chain.ts';
import { type EntryRow, readWholeChain, type TextRow } from './reading/store.ts';
import { checkChain, type Link } from './verify-chain.ts';

export const verify = implement(contract['timeline.verify'], {
  prepare: ({ house }, input) => {
    const keys = input.keys ?? house.config().timeline.keys;
    return verifyStored(house.database, input.anchors ?? [], keys);
  },
  decide: async (_tx, _input, verdict: Verdict) => verdict,
});

/** Judges every stored entry, page by page, in one consistent look at the database. */
export async function verifyStored(
  database: Database,
  anchors: readonly Checkpoint[],
  keys: readonly string[] = [],
): Promise<Verdict> {
  const check = checkChain({ anchors, keys });
  const head = await readWholeChain(database, (row, texts) => check.add(linkOf(row, texts)));
  // Without its head row a chain could be cut unseen: only one that never had an entry has none.
  return check.finish(head ?? { number: 0, hash: genesis });
}

function linkOf(row: EntryRow, texts: readonly TextRow[]): Link {
  const { body, previous, hash, at, number, ...columns } = row;
  return {
    number,
    body,
    previous,
    hash,
    columns: { ...columns, number, at: momentText(at) },
    texts,
  };
}

/** ISO 8601; what PostgreSQL holds beside moments, such as infinity, in its own words. */
function momentText(at: unknown): string {
  return at instanceof Date && !Number.isNaN(at.getTime()) ? at.toISOString() : String(at);
}
