import { contract } from '@sekisho/contract';
import { AppError } from '../../platform/app-error.ts';
import { implement } from '../../platform/verb.ts';
import { roleOf } from '../roster.ts';
import { linkView } from './link-view.ts';
import { findLink, markUnlinked } from './store.ts';

export const unlink = implement(contract['people.unlink'], {
  subject: ({ id }) => `slack-link:${id}`,
  decide: async (tx, { id }, _prepared, context) => {
    const row = await findLink(tx, id);
    if (row === undefined) throw new AppError('link-not-found', { id });
    if (row.person !== tx.principal.id && roleOf(tx.config, context) !== 'admin') {
      throw new AppError('not-yours', { holder: row.person ?? '' });
    }
    await markUnlinked(tx, id);
    tx.record({ action: 'people.unlink', subject: id, data: { person: row.person } });
    return linkView(row);
  },
});
