import { contract } from '@sekisho/contract';
import { implement } from '../../platform/verb.ts';
import { needOfService } from '../agreements/judge.ts';
import { needSlo } from '../agreements/need-slo.ts';
import { evaluatorOf } from '../evaluate/index.ts';
import { draftsOf } from './gather.ts';
import { needMonth } from './need-month.ts';
import { insertReview, setDecision } from './store.ts';
import { monthSubject, redrawMonth } from './tell.ts';
import { basisOf } from './view.ts';

export const reviewDecide = implement(contract['slo.review-decide'], {
  subject: ({ month }) => monthSubject(month),
  prepare: async ({ house }) => evaluatorOf(house),
  decide: async (tx, { slo: id, month: name, decision }, evaluator) => {
    const slo = needSlo(tx.config, id);
    needOfService(tx, slo.service);
    const month = needMonth(tx, name);
    const draft = async () => {
      const [one] = await draftsOf(tx, evaluator, [slo], month, { suggesting: false });
      if (one === undefined) throw new Error(`${id} was not drafted`);
      return one;
    };
    const { budget } = await draft();
    const basis = basisOf(budget);
    await insertReview(tx, { month: month.name, slo: id, service: slo.service });
    await setDecision(tx, { month: month.name, slo: id }, decision, basis);
    const { asOf, target, total, bad, remainingShare } = basis;
    tx.record({
      ...{ action: 'slo.review-decide', subject: id, service: slo.service },
      data: { month: month.name, asOf, target, total, bad, remainingShare },
      texts: { decision },
    });
    await redrawMonth(tx, month.name);
    return draft();
  },
});
