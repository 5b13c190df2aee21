import { contract } from '@sekisho/contract';
import { ownerOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { readDuration } from '../../platform/read-input.ts';
import { implement } from '../../platform/verb.ts';
import { orderStatuses } from './order-statuses.ts';
import { keepOverride, lockOpenPulls, type PullRow, takeBackOverride } from './store.ts';

/** Who needs longer has no exception any more but another target. */
const longestSeconds = 30 * 86_400;

export const override = implement(contract['slo.override'], {
  subject: ({ repository }) => `slo-commits:${repository.toLowerCase()}`,
  decide: async (tx, { repository: said, commit: prefix, reason, for: span, withdraw }) => {
    const repository = said.toLowerCase();
    const meant = await pullsOf(tx, repository, prefix);
    const commit = meant[0].head;
    const by = ownerOf(tx.principal.id);
    const until = span === undefined || withdraw ? null : untilOf(tx, span);
    if (!withdraw) await keepOverride(tx, { repository, head: commit, who: by, until });
    else if (!(await takeBackOverride(tx, repository, commit)))
      throw new AppError('not-overridden', { repository, commit: commit.slice(0, 12) });
    const service =
      Object.values(tx.config.services).find((one) => one.repositories?.includes(repository))
        ?.name ?? null;
    tx.record({
      ...{ action: 'slo.override', subject: `${repository}@${commit.slice(0, 12)}`, service },
      data: { repository, commit, ...(until ? { until } : {}), ...(withdraw ? { withdraw } : {}) },
      texts: { reason },
    });
    await orderStatuses(tx, [repository]);
    const pulls = meant.map(({ number }) => number);
    return { repository, commit, by, at: tx.now.toISOString(), until, pulls };
  },
});

/** The open pull requests of the one head that begins so. Errors: `commit-not-found`. */
async function pullsOf(
  tx: Tx,
  repository: string,
  prefix: string,
): Promise<readonly [PullRow, ...PullRow[]]> {
  const open = await lockOpenPulls(tx, [repository]);
  const [first, ...others] = open.filter(({ head }) => head.startsWith(prefix));
  // Two heads that begin alike: nobody said which of them is meant.
  if (first === undefined || others.some(({ head }) => head !== first.head))
    throw new AppError('commit-not-found', { repository, commit: prefix });
  return [first, ...others];
}

function untilOf({ now }: Tx, span: string): string {
  const seconds = readDuration('for', span);
  if (seconds < 60 || seconds > longestSeconds)
    throw new AppError('bad-duration', { field: 'for', value: span });
  return addSeconds(now, seconds).toISOString();
}
