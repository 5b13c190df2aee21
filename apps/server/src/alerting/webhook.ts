import { createHmac } from 'node:crypto';
import { type Alert, detailsOf, summaryOf } from './alert.ts';

/** What a webhook is sent: the page as the contract has it, and words for who only wants to show it. */
export function webhookBody(alert: Alert): string {
  const { event, installation, link, page } = alert;
  const words = { summary: summaryOf(alert), text: detailsOf(alert) };
  return JSON.stringify({ version: 1, event, installation, link, ...words, page });
}

/**
 * Headers that prove who sent it and when: `X-Sekisho-Signature` is `sha256=` and the hexadecimal
 * HMAC of `TIMESTAMP.BODY` under the webhook's secret. `X-Sekisho-Delivery` stays the same when it is
 * sent again.
 * @param timestamp seconds since 1970
 */
export function webhookHeaders(
  body: string,
  secret: string,
  { timestamp, delivery }: { readonly timestamp: number; readonly delivery: string },
): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    'content-type': 'application/json',
    'x-sekisho-timestamp': String(timestamp),
    'x-sekisho-signature': `sha256=${signature}`,
    'x-sekisho-delivery': delivery,
  };
}
