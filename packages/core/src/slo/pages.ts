import { contract } from '@sekisho/contract';
import { readMoment } from '../platform/read-input.ts';
import { implement } from '../platform/verb.ts';
import { needSlo } from './agreements/need-slo.ts';
import { listPages, pageView } from './alerts/index.ts';
import { needPage } from './need-page.ts';

const usualLimit = 50;

export const pages = implement(contract['slo.pages'], {
  decide: async (tx, { id, slo, since, until, limit, ...filter }) => {
    if (id !== undefined) return [pageView(tx.config, await needPage(tx, id))];
    if (slo !== undefined) needSlo(tx.config, slo);
    const rows = await listPages(tx, {
      ...{ ...filter, slo, limit: limit ?? usualLimit },
      since: readMoment(tx, 'since', since, 'past'),
      until: readMoment(tx, 'until', until, 'past'),
    });
    return rows.map((row) => pageView(tx.config, row));
  },
});
