import { contract } from '@sekisho/contract';
import { ownerOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import { implement } from '../platform/verb.ts';
import { pageView, patchPage, tellChanged } from './alerts/index.ts';
import { needPage, pageSubject } from './need-page.ts';

export const acknowledge = implement(contract['slo.acknowledge'], {
  subject: ({ id }) => pageSubject(id),
  decide: async (tx, { id }) => {
    const { slo, service, key, ...before } = await needPage(tx, id);
    const { acknowledged_by: by, acknowledged_at: at } = before;
    if (by !== null)
      throw new AppError('page-acknowledged', { id, by, at: at?.toISOString() ?? '' });
    const row = await patchPage(tx, id, {
      acknowledged_at: tx.now,
      acknowledged_by: ownerOf(tx.principal.id),
    });
    tx.record({ action: 'slo.acknowledge', subject: id, service, data: { slo, key } });
    tellChanged(tx, row);
    return pageView(tx.config, row);
  },
});
