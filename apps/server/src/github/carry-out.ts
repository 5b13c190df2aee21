import {
  type Core,
  type Order,
  pauseGithub,
  type RateLimiter,
  type WantedStatus,
  wantedStatus,
} from '@sekisho/core';
import { commitStatusText } from '@sekisho/words';
import { setStatus } from './client.ts';
import type { GithubOptions } from './options.ts';

/** What rules of branches may demand. */
export const statusContext = 'sekisho/error-budget';

/** GitHub asks for a second between two of them. */
const limit = { perSecond: 1, burst: 20 };
/** Longest wait (seconds) for its turn: a server that ends waits for nobody for long. */
const mostWait = 5;

export interface TellOptions extends GithubOptions {
  /** Shared by all replicas. */
  readonly pace: Pick<RateLimiter, 'take'>;
}

/** Times that a status that changed while it was sent is sent anew in one go. */
const mostRounds = 3;

/**
 * Carries out an order of topic `github`: sets what the head of a pull request is to show now. An
 * order that a newer one follows does nothing, so that a late try never undoes what came after it.
 * Errors: throws when another try may help; the outbox tries again.
 */
export async function carryOutGithub(
  { house }: Pick<Core, 'house'>,
  order: Order,
  options: TellOptions,
): Promise<void> {
  const { repository, number, revision } = order.payload;
  const current = () => wantedStatus(house, String(repository), Number(number));
  let wanted = await current();
  if (wanted === null || wanted.revision !== revision) return;
  for (let round = 0; round < mostRounds; round += 1) {
    await send(house, wanted, options);
    const now = await current();
    // Another process may have sent the newer one before this one arrived.
    if (now === null || now.revision === wanted.revision) return;
    wanted = now;
  }
}

async function send(
  house: Core['house'],
  wanted: WantedStatus,
  { fetch, secret, now, logger, pace }: TellOptions,
): Promise<void> {
  const { github, url } = house.config();
  if (github === null) return;
  const token = secret(github.tokenVariable);
  // An operator may set it and start again: the status must not be lost meanwhile.
  if (token === undefined) throw new Error(`the variable ${github.tokenVariable} is not set`);
  const { repository, head, state, why } = wanted;
  const [fixLabel = 'fix'] = github.fixLabels;
  if (!(await pace.take('github', limit, mostWait))) throw new Error('its turn did not come');
  const answered = await setStatus(
    { fetch, api: github.api, token },
    {
      ...{ repository, head, state, context: statusContext },
      description: commitStatusText(why, fixLabel, github.language),
      link: url === null ? null : `${url}/slos/${encodeURIComponent(why.slo)}`,
    },
    now(),
  );
  if (answered.kind === 'done') return;
  const { status } = answered;
  if (answered.kind === 'later' && answered.limit !== null)
    await pauseGithub(house, answered.limit.seconds);
  if (answered.kind === 'later') throw new Error(`GitHub answered ${status}`);
  logger.error(
    { repository, head, status },
    'a commit status was refused; look at the token and its permissions',
  );
}
