import { contract } from '@sekisho/contract';
import { sqlOf } from '../platform/context.ts';
import { implement } from '../platform/verb.ts';
import { entriesAfter, type TimelineTables } from './store.ts';

export const exportEntries = implement(contract['timeline.export'], {
  decide: async (tx, input) => {
    const rows = await entriesAfter(sqlOf<TimelineTables>(tx), input.after ?? 0, input.limit ?? 1000);
    return rows.map(({ number, body, previous, hash }) => ({
      number,
      body: Buffer.from(body, 'utf8').toString('base64'),
      previous,
      hash,
    }));
  },
});
