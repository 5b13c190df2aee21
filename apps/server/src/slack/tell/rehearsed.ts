import { type Card, sloPageCard } from '@sekisho/cards';
import type { OutputOf, SloPage } from '@sekisho/contract';
import type { Order } from '@sekisho/core';
import { uiOf } from '@sekisho/words';
import type { Parts } from '../parts.ts';
import { drawPage } from './slo-page.ts';

/** A page of a rehearsal in practice, as its order carries it: no database has it. */
export interface Rehearsed {
  readonly page: SloPage;
  readonly history: Pick<OutputOf<'slo.history'>, 'points' | 'bucketMinutes'>;
}

/** Shows the page of a rehearsal where a real one would be shown. */
export async function showRehearsed(
  parts: Parts,
  { payload }: Pick<Order, 'payload'>,
): Promise<void> {
  await drawRehearsed(parts, payload['page'] as SloPage);
}

/** @returns false when Slack did not take its picture */
export function drawRehearsed(parts: Parts, page: SloPage, again = false): Promise<boolean> {
  const now = new Date(page.resolvedAt ?? page.firedAt);
  return drawPage(parts, page.id, async () => page, { again, now, cardFor: rehearsalCard });
}

/** The same card, which says what it is and offers nothing: nothing stands behind its buttons. */
const rehearsalCard: typeof sloPageCard = (page, options): Card => {
  const card = sloPageCard(page, options);
  const { mark, means } = uiOf(options.language).rehearsal;
  return {
    ...card,
    head: [mark, ...card.head],
    parts: [{ type: 'notice', level: 'information', text: means, detail: null }, ...card.parts],
    actions: [],
  };
};
