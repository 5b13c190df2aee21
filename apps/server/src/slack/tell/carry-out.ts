import type { Order } from '@sekisho/core';
import type { Parts } from '../parts.ts';
import { showAgreement } from './agreement.ts';
import { showCard } from './card.ts';
import { isNotice } from './notice.ts';
import { showRehearsed } from './rehearsed.ts';
import { showReview } from './review.ts';
import { showSloPage } from './slo-page.ts';
import { showSloPicture } from './slo-picture.ts';
import { announce, pageChannel, type Telling, tellPerson } from './tell.ts';

/**
 * Carries out what the house ordered for chat. Answers whether the order was one of these.
 * Errors: throws when Slack did not take it; the outbox tries again.
 */
export async function carryOut(
  parts: Parts,
  order: Order,
  redrawHomes: () => Promise<void>,
): Promise<boolean> {
  const { payload, topic } = order;
  if (topic === 'card') {
    await showCard(parts, {
      id: String(payload['lease']),
      revision: Number(payload['revision']),
    });
    await redrawHomes();
    return true;
  }
  if (topic === 'agreement') {
    await showAgreement(parts, String(payload['id']), Number(payload['revision']));
    return true;
  }
  if (topic === 'review') {
    await showReview(parts, String(payload['month']), Number(payload['revision']));
    return true;
  }
  if (topic === 'slo') {
    await showSloPage(parts, order);
    await redrawHomes();
    return true;
  }
  if (topic === 'rehearsal') {
    await showRehearsed(parts, order);
    return true;
  }
  if (topic === 'picture') {
    await showSloPicture(parts, order);
    return true;
  }
  if (topic !== 'tell' && topic !== 'page' && topic !== 'announce') return false;
  const telling = readTelling(order);
  if (telling === null) {
    parts.logger.error({ order: order.id, payload }, 'a notice has no words');
    return true;
  }
  if (topic === 'tell') await tellPerson(parts, telling);
  else if (topic === 'page') await pageChannel(parts, telling);
  else await announce(parts, telling);
  return true;
}

function readTelling({ id, payload }: Order): Telling | null {
  const { notice, person, lease, facts } = payload;
  if (typeof notice !== 'string' || !isNotice(notice)) return null;
  return {
    order: id,
    notice,
    person: String(person ?? ''),
    lease: typeof lease === 'string' ? lease : null,
    facts: typeof facts === 'object' && facts !== null ? { ...facts } : {},
  };
}
