import { contract } from '@sekisho/contract';
import { implement } from '../../platform/verb.ts';
import { ownerOf, roleOf } from '../roster.ts';
import { passkeyView } from './passkey-view.ts';
import { passkeysIn } from './store.ts';

export const listPasskeys = implement(contract['passkey.list'], {
  decide: async (tx, _input, _prepared, context) => {
    const everyone = roleOf(tx.config, context) === 'admin';
    const rows = await passkeysIn(tx, everyone ? null : ownerOf(tx.principal.id));
    return rows.map(passkeyView);
  },
});
