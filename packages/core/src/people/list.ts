import { contract } from '@sekisho/contract';
import { implement } from '../platform/verb.ts';
import { personView } from './roster.ts';

export const list = implement(contract['people.list'], {
  decide: async (tx) => tx.config.people.map((person) => personView(tx.config, person, tx.now)),
});
