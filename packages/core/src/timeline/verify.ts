import { type Checkpoint, contract, type Verdict } from '@sekisho/contract';
import type { Kysely } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import { implement } from '../platform/verb.ts';
import { type EntryRow, entriesAfter, readHead, type TextRow, textsBetween } from './store.ts';
import { checkChain, type Link } from './verify-chain.ts';

const pageSize = 1000;

export const verify = implement(contract['timeline.verify'], {
  prepare: ({ house }, input) => verifyStored(house.database, input.anchors ?? []),
  decide: async (_tx, _input, verdict: Verdict) => verdict,
});

/** Judges every stored entry, page by page, in one consistent look at the database. */
export async function verifyStored(
  database: Database,
  anchors: readonly Checkpoint[],
): Promise<Verdict> {
  return database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (kysely: Kysely<never>) => {
      const check = checkChain(anchors);
      for (let last = 0; ; ) {
        const page = await entriesAfter(kysely, last, pageSize);
        const [first, final] = [page[0], page.at(-1)];
        if (!first || !final) break;
        const texts = await textsBetween(kysely, first.number, final.number);
        const byNumber = Map.groupBy(texts, (text) => text.number);
        for (const row of page) check.add(linkOf(row, byNumber.get(row.number) ?? []));
        last = final.number;
      }
      return check.finish(await readHead(kysely));
    });
}

function linkOf(row: EntryRow, texts: readonly TextRow[]): Link {
  const { body, previous, hash, at, number, ...columns } = row;
  return {
    number,
    body,
    previous,
    hash,
    columns: { ...columns, number, at: at.toISOString() },
    texts,
  };
}
