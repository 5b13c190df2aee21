import { contract } from '@sekisho/contract';
import { readMoment } from '../platform/read-input.ts';
import { implement } from '../platform/verb.ts';
import { listEntries } from './reading/store.ts';

export const list = implement(contract['timeline.list'], {
  decide: async (tx, input) =>
    listEntries(tx, {
      ...input,
      since: readMoment(tx, 'since', input.since, 'past'),
      until: readMoment(tx, 'until', input.until, 'past'),
      limit: input.limit ?? 100,
    }),
});
