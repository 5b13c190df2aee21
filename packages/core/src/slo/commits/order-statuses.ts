import type { Config, SloConfig } from '@sekisho/config';
import type { Tx } from '../../platform/context.ts';
import { githubTopic } from '../../platform/outbox.ts';
import { standingsOf } from '../standing/standings-of.ts';
import { type CommitStatus, statusOf } from './commit-status.ts';
import { lockOpenPulls, noteTold, overridesIn, type PullRow, type Telling } from './store.ts';

/** By repository, the SLOs whose budgets speak to its pull requests; those that only watch do not. */
export function slosByRepository({
  services,
  slos,
}: Pick<Config, 'services' | 'slos'>): ReadonlyMap<string, readonly SloConfig[]> {
  const found = new Map<string, readonly SloConfig[]>();
  for (const { name, repositories = [] } of Object.values(services))
    for (const repository of repositories) {
      const own = slos.filter(({ service, shadow }) => service === name && !shadow);
      found.set(repository, [...(found.get(repository) ?? []), ...own]);
    }
  return found;
}

/** Orders the status of every open pull request of some repositories that shows another than it should. */
export async function orderStatuses(tx: Tx, repositories: readonly string[]): Promise<void> {
  const { github } = tx.config;
  if (github === null) return;
  const pulls = await lockOpenPulls(tx, repositories);
  if (pulls.length === 0) return;
  const speaking = slosByRepository(tx.config);
  const slos = new Set(pulls.flatMap(({ repository }) => speaking.get(repository) ?? []));
  const standings = await standingsOf(tx, [...slos]);
  const overrides = await overridesIn(tx, repositories);
  const tellings = pulls.flatMap((pull): Telling[] => {
    const { repository, number, head, labels } = pull;
    const own = (speaking.get(repository) ?? []).flatMap(({ id: slo }) => {
      const standing = standings.get(slo);
      return standing === undefined ? [] : [{ slo, standing }];
    });
    const overriddenBy = overrides.get(`${repository}@${head}`) ?? null;
    const status = statusOf(github, { labels, overriddenBy }, own);
    return status === null || shows(pull, status) ? [] : [{ repository, number, ...status }];
  });
  if (tellings.length === 0) return;
  for (const { repository, number, revision } of await noteTold(tx, tellings))
    tx.order({
      topic: githubTopic,
      payload: { repository, number, revision },
      dedupe: `github:${repository}#${number}:${revision}`,
    });
}

/** A share that moves without changing sides is not worth a call each minute. */
function shows({ head, told_head, told_state, told_why }: PullRow, status: CommitStatus): boolean {
  return told_head === head && told_state === status.state && told_why?.kind === status.why.kind;
}
