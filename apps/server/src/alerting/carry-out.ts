import { type Core, type Order, systemPrincipal } from '@sekisho/core';
import { eventOf, type SendOptions, sendAlert } from './send-alert.ts';

/**
 * Carries out an order of topic `alert`: reads the page as it is now and sends it. A channel that was
 * taken out of the configuration, and a page that is no longer kept, need nothing.
 * Errors: throws when another try may help; the outbox tries again.
 */
export async function carryOutAlert(
  core: Pick<Core, 'call' | 'house'>,
  order: Order,
  options: SendOptions,
): Promise<void> {
  const { alerting, installation, url } = core.house.config();
  const { channel: name, page: id, kind } = order.payload;
  const channel = alerting.channels.find((one) => one.name === name);
  if (channel === undefined) return;
  const { language } = alerting;
  const context = {
    ...{ principal: systemPrincipal(core.house.clock.now()), language, scopes: null },
    requestId: `alert-${order.id}`,
  };
  const [page] = await core.call('slo.pages', context, { id: String(id) });
  if (page === undefined) return;
  const link = url === null ? null : `${url}/slos/${encodeURIComponent(page.slo)}`;
  const alert = { event: eventOf(kind), page, language, link, installation };
  await sendAlert(channel, alert, { order, options });
}
