import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AlertChannel } from '@sekisho/config';
import type { SloPage } from '@sekisho/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testConfig } from '../slack/test/config.ts';
import { firedPage } from '../slack/test/slo-page.ts';
import { carryOutAlert } from './carry-out.ts';

interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let received: Received[] = [];
let status = 202;
const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (piece: string) => {
    body += piece;
  });
  request.on('end', () => {
    received.push({ headers: request.headers, body });
    response.writeHead(status).end();
  });
});
let url: string;
beforeEach(async () => {
  [received, status] = [[], 202];
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const now = Date.UTC(2026, 9, 4, 3, 11);
const secrets: Readonly<Record<string, string>> = { SEKISHO_ALERT_KEY: 'k3y' };

/** Carries out an order to tell a channel of a page; answers what was logged as a fault. */
async function send(
  kind: AlertChannel['kind'],
  page: SloPage | null,
  order = 'page',
  secret = 'SEKISHO_ALERT_KEY',
) {
  const channel: AlertChannel = {
    ...{ kind, name: 'one', url },
    severities: ['page'],
    secretVariable: secret,
  };
  const config = {
    ...testConfig,
    url: 'https://ops.example',
    alerting: { language: 'en' as const, channels: [channel] },
  };
  const logged: object[] = [];
  const ignore = () => undefined;
  const core = {
    call: async () => (page === null ? [] : [page]),
    house: { config: () => config, clock: { now: () => new Date(now) } },
  } as unknown as Parameters<typeof carryOutAlert>[0];
  const payload = { kind: order, slo: 'shop-availability', page: 'page-7k3f9q2m', channel: 'one' };
  await carryOutAlert(
    core,
    { id: 7, topic: 'alert', payload, attempts: 0 },
    {
      ...{ fetch, secret: (name) => secrets[name], now: () => now },
      logger: {
        debug: ignore,
        info: ignore,
        warn: ignore,
        error: (fields) => void logged.push(fields as object),
      },
    },
  );
  return logged;
}

const body = () => JSON.parse(received.at(-1)?.body ?? '{}') as Record<string, unknown>;

describe('PagerDuty', () => {
  it('is told of a page with its arithmetic, under a key that stays the same', async () => {
    await send('pagerduty', firedPage());
    expect(body()).toMatchObject({
      routing_key: 'k3y',
      event_action: 'trigger',
      dedup_key: 'sekisho/test/page-7k3f9q2m',
      client_url: 'https://ops.example/slos/shop-availability',
      payload: {
        summary: expect.stringMatching(
          /^shop · Shop answers: 42 of 1,200 failed in 1 h \(3\.5%\): the budget burned 35 times/,
        ),
        ...{ severity: 'critical', source: 'shop-availability', group: 'shop', class: 'burn' },
        timestamp: '2026-10-04T03:10:00.000Z',
        custom_details: { changed: [{ number: 41, lease: 'ops-7k3f9q2m' }] },
      },
    });
  });

  it('is told what is left of the budget, and when it is whole again, while that is so', async () => {
    await send('pagerduty', firedPage());
    expect(body()).toMatchObject({
      payload: {
        custom_details: {
          why: expect.stringMatching(
            /\nBudget left: -5%\nBudget whole again if nothing more fails: 2026-11-03 03:05 UTC$/,
          ),
        },
      },
    });
    await send('webhook', firedPage({ resolvedAt: '2026-10-04T03:40:00.000Z' }));
    expect(body()['text']).not.toContain('whole again');
  });

  it('is given a summary that it takes, whatever the SLO is called', async () => {
    for (const pad of ['', 'x']) {
      await send('pagerduty', firedPage({ displayName: `${pad}${'障害🔥'.repeat(400)}` }));
      const { summary } = body()['payload'] as { summary: string };
      expect(summary.length).toBeLessThanOrEqual(1024);
      expect(summary.isWellFormed()).toBe(true);
    }
  });

  it('is told who took it up, and that it is over, of the same incident', async () => {
    await send(
      'pagerduty',
      firedPage({ acknowledgedAt: '2026-10-04T03:12:00.000Z', acknowledgedBy: 'sre' }),
      'changed',
    );
    expect(body()).toMatchObject({
      event_action: 'acknowledge',
      dedup_key: 'sekisho/test/page-7k3f9q2m',
    });
    // An order that comes late tells how it is by then.
    await send('pagerduty', firedPage({ resolvedAt: '2026-10-04T03:40:00.000Z' }), 'page');
    expect(body()).toEqual({
      ...{
        routing_key: 'k3y',
        event_action: 'resolve',
        dedup_key: 'sekisho/test/page-7k3f9q2m',
      },
    });
  });
});

describe('a webhook', () => {
  it('is sent the page as it is, signed with its time', async () => {
    await send('webhook', firedPage());
    const [{ headers, body: text } = { headers: {}, body: '' }] = received;
    const timestamp = String(now / 1000);
    const signature = createHmac('sha256', 'k3y').update(`${timestamp}.${text}`).digest('hex');
    expect(headers).toMatchObject({
      'x-sekisho-timestamp': timestamp,
      'x-sekisho-signature': `sha256=${signature}`,
      'x-sekisho-delivery': 'test-7',
    });
    expect(body()).toMatchObject({ version: 1, event: 'fired', page: firedPage() });
    expect(text).not.toMatch(/k3y/);
  });
});

describe('sending', () => {
  it('is tried again where that may help, and given up with a word in the log where it cannot', async () => {
    for (status of [429, 500, 503])
      await expect(send('webhook', firedPage())).rejects.toThrow(`one answered ${status}`);
    for (status of [400, 401, 404, 302])
      expect(await send('webhook', firedPage())).toMatchObject([{ status, channel: 'one' }]);
  });

  it('waits for a secret that is not set, and names its variable', async () => {
    await expect(send('webhook', firedPage(), 'page', 'SEKISHO_ALERT_OTHER')).rejects.toThrow(
      'one: the variable SEKISHO_ALERT_OTHER is not set',
    );
    expect(received).toEqual([]);
  });

  it('has nothing to say of a page that is no longer kept', async () => {
    await send('webhook', null);
    expect(received).toEqual([]);
  });
});
