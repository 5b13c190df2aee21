import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '@sekisho/config';
import {
  type Core,
  carryOutOrders,
  createRateLimiter,
  githubPaused,
  type ListPulls,
} from '@sekisho/core';
import { carryOutGithub } from './carry-out.ts';
import { listPullsOn } from './list-pulls.ts';
import type { GithubOptions } from './options.ts';

/** Lists pull requests where the configuration in force says. */
export function pullsLister(
  config: () => Config,
  { fetch, secret, now }: Omit<GithubOptions, 'logger'>,
): ListPulls {
  return async (asked) => {
    const { github } = config();
    // It was taken out since the pass began.
    if (github === null) return { kind: 'unchanged' };
    const token = secret(github.tokenVariable);
    if (token === undefined) throw new Error(`the variable ${github.tokenVariable} is not set`);
    return listPullsOn({ fetch, api: github.api, token }, asked, now());
  };
}

/**
 * Tells GitHub what is ordered, one after another and on all replicas together about one a second
 * after the first twenty; nothing while it asks to be left alone. Answers how many there were.
 */
export function githubTeller(core: Core, options: GithubOptions): () => Promise<number> {
  const { house } = core;
  const pace = createRateLimiter({ house, sleep: (seconds) => sleep(seconds * 1000), batch: 1 });
  return async () => {
    if (await githubPaused(house)) return 0;
    const carryOut = (order: Parameters<typeof carryOutGithub>[1]) =>
      carryOutGithub(core, order, { ...options, pace });
    return carryOutOrders(house, carryOut, { lane: 'github', limit: 1 });
  };
}
