import type { AlertChannel } from '@sekisho/config';
import type { Order } from '@sekisho/core';
import type { DoorLogger } from '../door-logger.ts';
import type { Alert, AlertEvent } from './alert.ts';
import { pagerdutyEvent } from './pagerduty.ts';
import { webhookBody, webhookHeaders } from './webhook.ts';

const timeoutMs = 10_000;
/** Statuses after which another try may help; others say that what was sent is wrong. */
const tryAgain = (status: number) => status === 408 || status === 429 || status >= 500;

export interface SendOptions {
  readonly fetch: typeof fetch;
  /** The secret in an environment variable; undefined when it is not set. */
  readonly secret: (variable: string) => string | undefined;
  readonly now: () => number;
  readonly logger: DoorLogger;
}

/**
 * Sends one alert to one channel. Answers once it was taken, or when there is no point in trying
 * again, which is logged. Errors: throws when another try may help.
 */
export async function sendAlert(
  channel: AlertChannel,
  alert: Alert,
  { order, options }: { readonly order: Pick<Order, 'id'>; readonly options: SendOptions },
): Promise<void> {
  const { fetch, secret, now, logger } = options;
  const held = secret(channel.secretVariable);
  if (held === undefined) {
    // An operator may set it and start again: the page must not be lost meanwhile.
    throw new Error(`${channel.name}: the variable ${channel.secretVariable} is not set`);
  }
  const { body, headers } = requestOf(channel, alert, held, { now: now(), order: order.id });
  const answer = await fetch(channel.url, {
    ...{ method: 'POST', body, headers, redirect: 'manual' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  await answer.body?.cancel();
  if (answer.ok) return;
  const { status } = answer;
  if (tryAgain(status)) throw new Error(`${channel.name} answered ${status}`);
  logger.error(
    { channel: channel.name, status, page: alert.page.id },
    'an alert was refused; look at the address and the secret of its channel',
  );
}

function requestOf(
  { kind }: AlertChannel,
  alert: Alert,
  secret: string,
  { now, order }: { readonly now: number; readonly order: number },
): { readonly body: string; readonly headers: Record<string, string> } {
  if (kind === 'pagerduty') {
    const body = JSON.stringify(pagerdutyEvent(alert, secret));
    return { body, headers: { 'content-type': 'application/json' } };
  }
  const body = webhookBody(alert);
  const delivery = `${alert.installation}-${order}`;
  return {
    body,
    headers: webhookHeaders(body, secret, { timestamp: Math.floor(now / 1000), delivery }),
  };
}

/** What an order's kind means for others. */
export function eventOf(kind: unknown): AlertEvent {
  if (kind === 'resolved') return 'resolved';
  return kind === 'changed' ? 'changed' : 'fired';
}
