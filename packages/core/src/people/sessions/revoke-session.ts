import { contract } from '@sekisho/contract';
import { AppError } from '../../platform/app-error.ts';
import { implement } from '../../platform/verb.ts';
import { roleOf } from '../roster.ts';
import { sessionView } from './session-view.ts';
import { findSession, markSessionRevoked } from './store.ts';

export const revokeSession = implement(contract['session.revoke'], {
  subject: ({ id }) => `session:${id}`,
  decide: async (tx, { id }, _prepared, context) => {
    const row = await findSession(tx, id);
    if (row === undefined) throw new AppError('session-not-found', { id });
    if (row.person !== tx.principal.id && roleOf(tx.config, context) !== 'admin') {
      throw new AppError('not-yours', { holder: row.person });
    }
    await markSessionRevoked(tx, id);
    tx.record({ action: 'session.revoke', subject: id, data: { person: row.person } });
    return sessionView({ ...row, revoked_at: row.revoked_at ?? tx.now }, context.session);
  },
});
