import { contract } from '@sekisho/contract';
import { implement } from '../platform/verb.ts';
import { entriesAfterIn } from './reading/store.ts';

export const exportEntries = implement(contract['timeline.export'], {
  decide: async (tx, input) => {
    const rows = await entriesAfterIn(tx, input.after ?? 0, input.limit ?? 1000);
    return rows.map(({ number, body, previous, hash }) => ({
      number,
      body: Buffer.from(body, 'utf8').toString('base64'),
      previous,
      hash,
    }));
  },
});
