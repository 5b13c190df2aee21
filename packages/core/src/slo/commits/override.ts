import { contract } from '@sekisho/contract';
import { ownerOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import { implement } from '../../platform/verb.ts';
import { orderStatuses } from './order-statuses.ts';
import { keepOverride, lockOpenPulls } from './store.ts';

export const override = implement(contract['slo.override'], {
  subject: ({ repository }) => `slo-commits:${repository.toLowerCase()}`,
  decide: async (tx, { repository: said, commit: prefix, reason }) => {
    const repository = said.toLowerCase();
    const open = await lockOpenPulls(tx, [repository]);
    const meant = open.filter(({ head }) => head.startsWith(prefix));
    const [first] = meant;
    // Two heads that begin alike: nobody said which of them is meant.
    if (first === undefined || meant.some(({ head }) => head !== first.head))
      throw new AppError('commit-not-found', { repository, commit: prefix });
    const by = ownerOf(tx.principal.id);
    const commit = first.head;
    await keepOverride(tx, { repository, head: commit, who: by });
    const service =
      Object.values(tx.config.services).find((one) => one.repositories?.includes(repository))
        ?.name ?? null;
    tx.record({
      ...{ action: 'slo.override', subject: `${repository}@${commit.slice(0, 12)}`, service },
      data: { repository, commit },
      texts: { reason },
    });
    await orderStatuses(tx, [repository]);
    const pulls = meant.map(({ number }) => number);
    return { repository, commit, by, at: tx.now.toISOString(), pulls };
  },
});
