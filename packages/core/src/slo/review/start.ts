import { contract } from '@sekisho/contract';
import { AppError } from '../../platform/app-error.ts';
import { implement } from '../../platform/verb.ts';
import { needOfService } from '../agreements/judge.ts';
import { needSlosOf } from '../agreements/need-slo.ts';
import { needMonth } from './need-month.ts';
import { insertReview } from './store.ts';
import { monthSubject, redrawMonth } from './tell.ts';

export const reviewStart = implement(contract['slo.review-start'], {
  subject: ({ month }) => monthSubject(month),
  decide: async (tx, { month: name, service }) => {
    const month = needMonth(tx, name).name;
    const slos = service === undefined ? tx.config.slos : needSlosOf(tx.config, service);
    for (const each of new Set(slos.map((slo) => slo.service))) needOfService(tx, each);
    const started: string[] = [];
    for (const { id, service: of } of slos)
      if (await insertReview(tx, { month, slo: id, service: of })) started.push(id);
    if (started.length === 0) throw new AppError('review-begun', { month });
    const data = { month, slos: started.length };
    tx.record({ action: 'slo.review-start', subject: month, service: service ?? null, data });
    await redrawMonth(tx, month);
    return { month, started };
  },
});
