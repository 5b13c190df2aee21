import { contract } from '@sekisho/contract';
import { implement } from '../platform/verb.ts';
import { ownerOf, roleOf } from './roster.ts';
import { tokensOf } from './store.ts';
import { tokenView } from './token-view.ts';

export const listTokens = implement(contract['token.list'], {
  decide: async (tx, _input, _prepared, context) => {
    const everyone = roleOf(tx.config, context) === 'admin';
    const rows = await tokensOf(tx, everyone ? null : ownerOf(tx.principal.id));
    return rows.map(tokenView);
  },
});
