import { contract } from '@sekisho/contract';
import { implement } from '../platform/verb.ts';
import { needSlosOf } from './agreements/need-slo.ts';
import { openAlerts } from './alerts/index.ts';
import { evaluatorOf } from './evaluate/index.ts';
import { looksAt } from './looks.ts';
import { byRemaining, summaryOf } from './summary.ts';

export const list = implement(contract['slo.list'], {
  prepare: async ({ house }) => evaluatorOf(house),
  decide: async (tx, { filter, service }, evaluator) => {
    const slos = service === undefined ? tx.config.slos : needSlosOf(tx.config, service);
    const open = await openAlerts(tx);
    const looks = await looksAt(tx, evaluator, slos);
    return looks
      .map((look) => summaryOf(look, open.get(look.slo.id) ?? []))
      .filter(({ flags }) => filter === undefined || flags.includes(filter))
      .toSorted(byRemaining);
  },
});
