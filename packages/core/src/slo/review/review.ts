import type { SloConfig } from '@sekisho/config';
import { contract, type MonthReview, type SloReview } from '@sekisho/contract';
import type { Tx } from '../../platform/context.ts';
import { implement } from '../../platform/verb.ts';
import { needSlo, needSlosOf } from '../agreements/need-slo.ts';
import { evaluatorOf } from '../evaluate/index.ts';
import { draftsOf } from './gather.ts';
import { endsOf, needMonth } from './need-month.ts';
import { actionsUntil, revisionOf } from './store.ts';
import { actionView } from './view.ts';

/** SLOs that one answer drafts; of more a service is asked for. */
const mostSlos = 200;

export const review = implement(contract['slo.review'], {
  prepare: async ({ house }) => evaluatorOf(house),
  decide: async (tx, { month: name, service, slo }, evaluator) => {
    const month = needMonth(tx, name);
    const asked = slosAsked(tx, service, slo);
    const few = asked.slice(0, mostSlos);
    const drafts = await draftsOf(tx, evaluator, few, month, { suggesting: true });
    const reviewed = drafts.filter(({ state }) => state === 'reviewed').length;
    const actions = await actionsUntil(tx, month.name);
    const ids = new Set(asked.map(({ id }) => id));
    return {
      ...{ month: month.name, timeZone: month.timeZone, ...endsOf(month), over: month.over },
      ...{ state: stateOf(drafts), reviewed, leftOut: asked.length - few.length },
      slos: drafts.toSorted(byRemaining),
      carriedOver: actions
        .filter((action) => action.month < month.name && ids.has(action.slo))
        .map(actionView),
      revision: await revisionOf(tx, month.name),
    };
  },
});

function slosAsked(
  { config }: Tx,
  service: string | undefined,
  id: string | undefined,
): readonly SloConfig[] {
  const slos = service === undefined ? config.slos : needSlosOf(config, service);
  if (id === undefined) return slos;
  const slo = needSlo(config, id);
  return slos.includes(slo) ? [slo] : [];
}

function stateOf(drafts: readonly SloReview[]): MonthReview['state'] {
  const states = new Set(drafts.map(({ state }) => state));
  if (states.size === 1) return [...states][0] ?? 'not-started';
  return states.size === 0 ? 'not-started' : 'in-progress';
}

function byRemaining(a: SloReview, b: SloReview): number {
  const share = ({ budget }: SloReview) => budget?.remainingShare ?? Number.POSITIVE_INFINITY;
  const [one, other] = [share(a), share(b)];
  if (one !== other) return one - other;
  return a.id < b.id ? -1 : 1;
}
