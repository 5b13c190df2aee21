import { contract } from '@sekisho/contract';
import type { Minute } from '@sekisho/objectives/minutes';
import { isoOf, msPerMinute } from '@sekisho/objectives/minutes';
import { implement } from '../platform/verb.ts';
import { needSlo } from './agreements/need-slo.ts';
import { pagesDuring, pageView } from './alerts/index.ts';
import { type BudgetCurve, curveOf } from './curve.ts';
import { targetViews } from './detail.ts';
import { evaluatorOf, lookBack } from './evaluate/index.ts';
import { lookAtOne } from './looks.ts';
import { spanAsked } from './span-asked.ts';

const usualPoints = 500;
const longestMinutes = 400 * 1440;

export const history = implement(contract['slo.history'], {
  prepare: async ({ house }) => evaluatorOf(house),
  decide: async (tx, { id, from, to, points }, evaluator) => {
    const slo = needSlo(tx.config, id);
    const now = await lookAtOne(tx, evaluator, slo);
    const span = spanAsked(tx, now, { from, to }, longestMinutes);
    const look = await lookBack(tx, evaluator, now, span);
    const curve: BudgetCurve = curveOf(look, span, points ?? usualPoints);
    const [start, end] = [dateOf(span.from), dateOf(span.to)];
    const pages = await pagesDuring(tx, id, start, end);
    return {
      ...{ id, from: isoOf(span.from), to: isoOf(span.to), ...curve },
      targets: targetViews(look),
      corrections: look.mask.declared
        .filter((each) => each.span.from < span.to && each.span.to > span.from)
        .map(({ span: each, correction }) => ({
          ...{ id: correction.id, why: correction.why },
          ...{ from: isoOf(each.from), to: isoOf(each.to) },
        })),
      pages: pages.map((row) => {
        const { why: _why, changed: _changed, ...page } = pageView(tx.config, row);
        return page;
      }),
    };
  },
});

function dateOf(minute: Minute): Date {
  return new Date(minute * msPerMinute);
}
