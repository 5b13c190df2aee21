import { contract } from '@sekisho/contract';
import { AppError } from '../platform/app-error.ts';
import { implement } from '../platform/verb.ts';
import { roleOf } from './roster.ts';
import { findToken, markRevoked } from './store.ts';
import { tokenView } from './token-view.ts';

export const revokeToken = implement(contract['token.revoke'], {
  subject: ({ id }) => `token:${id}`,
  decide: async (tx, { id }, _prepared, context) => {
    const row = await findToken(tx, id);
    if (row === undefined) throw new AppError('token-not-found', { id });
    if (row.owner !== tx.principal.id && roleOf(tx.config, context) !== 'admin') {
      throw new AppError('not-yours', { holder: row.owner });
    }
    await markRevoked(tx, id);
    tx.record({ action: 'token.revoke', subject: id });
    return tokenView({ ...row, revoked_at: row.revoked_at ?? tx.now });
  },
});
