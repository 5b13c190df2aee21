import { AppError } from '@sekisho/core';
import type { FakeCore } from './fake-core.ts';
import { shopHistory } from './slo-history.ts';

type Input = Readonly<Record<string, string>>;

/** The verbs about SLOs of the core in memory: pages are what a test gave it. */
export const sloVerbs = {
  'slo.pages': (core: FakeCore, _who: string, { id }: Input) =>
    [...core.pages.values()].filter((page) => id === undefined || page.id === id),
  'slo.list': () => [],
  'slo.history': (_core: FakeCore, _who: string, { from = '', to = '' }: Input) =>
    shopHistory(from, to),
  'slo.acknowledge': (core: FakeCore, who: string, { id = '' }: Input) => {
    const page = core.pages.get(id);
    if (page === undefined) throw new AppError('page-not-found', { id });
    const acknowledgedAt = new Date().toISOString();
    const taken = { acknowledgedBy: who, acknowledgedAt, revision: page.revision + 1 };
    core.paging({ ...page, ...taken });
    return { ...page, ...taken };
  },
};
