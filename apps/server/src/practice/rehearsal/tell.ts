import type { OutputOf, SloPage } from '@sekisho/contract';
import { type House, systemPrincipal, transact } from '@sekisho/core';

type History = Pick<OutputOf<'slo.history'>, 'points' | 'bucketMinutes'>;

/** Orders that practice Slack be told of a rehearsed page. */
export type TellRehearsed = (
  page: SloPage,
  news: 'fired' | 'resolved',
  history: History,
) => Promise<void>;

/** By the way of every page: the outbox, its words first, its picture after. */
export function tellRehearsed(house: House): TellRehearsed {
  return async (page, news, history) => {
    const dedupe = `rehearsal:${page.id}:${news}`;
    const rehearsed = { page, history };
    await transact(house, systemPrincipal(house.clock.now()), async (tx) => {
      tx.order({ topic: 'rehearsal', payload: { page }, dedupe });
      tx.order({ topic: 'picture', payload: { rehearsed }, dedupe: `picture:${dedupe}` });
    });
  };
}
