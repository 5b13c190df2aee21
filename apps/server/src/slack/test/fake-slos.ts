import type { SloPage } from '@sekisho/contract';
import { AppError } from '@sekisho/core';
import { shopHistory } from './slo-history.ts';

type Input = Readonly<Record<string, string>>;

/** What these verbs need of the core in memory. */
interface Pages {
  readonly pages: ReadonlyMap<string, SloPage>;
  paging(page: SloPage): void;
}

/** The verbs about SLOs of the core in memory: pages are what a test gave it. */
export const sloVerbs = {
  'slo.pages': (core: Pages, _who: string, { id }: Input) =>
    [...core.pages.values()].filter((page) => id === undefined || page.id === id),
  'slo.list': () => [],
  'slo.history': (_core: Pages, _who: string, { from = '', to = '' }: Input) =>
    shopHistory(from, to),
  'slo.acknowledge': (core: Pages, who: string, { id = '' }: Input) => {
    const page = core.pages.get(id);
    if (page === undefined) throw new AppError('page-not-found', { id });
    const acknowledgedAt = new Date().toISOString();
    const taken = { acknowledgedBy: who, acknowledgedAt, revision: page.revision + 1 };
    core.paging({ ...page, ...taken });
    return { ...page, ...taken };
  },
};
