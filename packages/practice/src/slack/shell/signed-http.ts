import { createHmac } from 'node:crypto';
import { isObject } from '../arguments.ts';
import type { Delivery } from '../delivery-shape.ts';
import type { Json } from '../state.ts';
import type { Attempt, Retry } from './dispatch.ts';

/**
 * Signs a request body the way Slack does.
 * @param timestamp seconds since the epoch
 * Source: docs.slack.dev/authentication/verifying-requests-from-slack (version v0).
 */
export function sign(secret: string, timestamp: number, body: string): string {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return `v0=${digest}`;
}

interface Endpoint {
  readonly url: string;
  readonly secret: string;
  readonly timestamp: number;
  readonly timeoutMs: number;
}

/** Delivers by a signed POST to the app's request URL. */
export async function sendSigned(
  endpoint: Endpoint,
  delivery: Delivery,
  retry: Retry | undefined,
): Promise<Attempt> {
  const { type, body } = encode(delivery);
  const copies = retry === undefined ? delivery.copies : 1;
  const posts = Array.from({ length: copies }, () => post(endpoint, type, body, retry));
  const [first] = await Promise.all(posts);
  return first ?? { outcome: 'unreachable', payload: {} };
}

/** Asks the request URL to prove that it is ours; false when it answers anything else. */
export async function verifyUrl(endpoint: Endpoint, challenge: string): Promise<boolean> {
  const body = JSON.stringify({
    type: 'url_verification',
    token: 'practice-verification-token',
    challenge,
  });
  const { outcome, payload } = await post(endpoint, 'application/json', body, undefined);
  return outcome === 'acknowledged' && (payload['challenge'] ?? payload['text']) === challenge;
}

function encode({ type, payload }: Delivery): { type: string; body: string } {
  if (type === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const fields =
    type === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
  return {
    type: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(fields).toString(),
  };
}

async function post(
  { url, secret, timestamp, timeoutMs }: Endpoint,
  type: string,
  body: string,
  retry: Retry | undefined,
): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': type,
        'user-agent': 'Slackbot 1.0 (practice)',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': sign(secret, timestamp, body),
        ...(retry === undefined ? {} : retryHeaders(retry)),
      },
    });
    const text = await response.text();
    if (response.status !== 200) return { outcome: 'unreachable', payload: {} };
    return { outcome: 'acknowledged', payload: parseAnswer(text) };
  } catch (cause) {
    const timeout = cause instanceof Error && cause.name === 'TimeoutError';
    return { outcome: timeout ? 'timeout' : 'unreachable', payload: {} };
  }
}

function retryHeaders(retry: Retry): Record<string, string> {
  return {
    'x-slack-retry-num': String(retry.number),
    'x-slack-retry-reason': retry.reason === 'timeout' ? 'http_timeout' : 'http_error',
  };
}

function parseAnswer(text: string): Json {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : { text };
  } catch {
    return { text };
  }
}
