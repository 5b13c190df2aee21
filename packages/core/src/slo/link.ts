import { contract } from '@sekisho/contract';
import { implement } from '../platform/verb.ts';
import { pageView, patchPage, tellChanged } from './alerts/index.ts';
import { needPage, pageSubject } from './need-page.ts';

export const link = implement(contract['slo.link'], {
  subject: ({ id }) => pageSubject(id),
  decide: async (tx, { id, incident }) => {
    const { slo, service, key } = await needPage(tx, id);
    const row = await patchPage(tx, id, { incident });
    const texts = { incident };
    tx.record({ action: 'slo.link', subject: id, service, data: { slo, key }, texts });
    tellChanged(tx, row);
    return pageView(tx.config, row);
  },
});
