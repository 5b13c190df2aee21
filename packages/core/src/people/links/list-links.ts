import { contract } from '@sekisho/contract';
import { implement } from '../../platform/verb.ts';
import { ownerOf, roleOf } from '../roster.ts';
import { linkView } from './link-view.ts';
import { linksOf } from './store.ts';

export const listLinks = implement(contract['people.links'], {
  decide: async (tx, _input, _prepared, context) => {
    const everyone = roleOf(tx.config, context) === 'admin';
    const rows = await linksOf(tx, everyone ? null : ownerOf(tx.principal.id));
    return rows.map(linkView);
  },
});
