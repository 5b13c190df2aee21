import { contract } from '@sekisho/contract';
import { AppError } from '../../platform/app-error.ts';
import { implement } from '../../platform/verb.ts';
import { roleOf } from '../roster.ts';
import { hasSteppedUp } from '../step-up.ts';
import { passkeyView } from './passkey-view.ts';
import { deletePasskey, findPasskey } from './store.ts';

export const removePasskey = implement(contract['passkey.remove'], {
  subject: ({ id }) => `passkey:${id}`,
  decide: async (tx, { id }, _prepared, context) => {
    const row = await findPasskey(tx, id);
    if (row === undefined) throw new AppError('passkey-not-found', { id });
    const own = row.person === tx.principal.id;
    if (!own && roleOf(tx.config, context) !== 'admin') {
      throw new AppError('not-yours', { holder: row.person });
    }
    // Whoever took over a login could else take the passkey away and register their own.
    if (own && !hasSteppedUp(tx.principal, 'passkey', tx.now)) {
      throw new AppError('step-up-needed', { needed: 'passkey', url: '' });
    }
    await deletePasskey(tx, id);
    tx.record({ action: 'passkey.remove', subject: id, data: { person: row.person } });
    return passkeyView(row);
  },
});
