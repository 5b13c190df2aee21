import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { startBench, useBenches } from '../test/bench.ts';
import { createHttpReceiver } from './http-receiver.ts';

useBenches();

test('the same conversation works over signed HTTP', async () => {
  const bench = await startBench({ mode: 'http' });
  await bench.command('U0ENG', '/ops start production 1h look');
  await bench.told('U0ENG', /依頼しました/);
  await bench.settle();
  const question = await bench.told('U0SRE2', /lease\.approve/);
  await bench.press('U0SRE2', question.channel, question, 'lease.approve');
  await bench.told('U0SRE2', /✓ Approve/);
  await bench.command('U0SRE2', '/ops start staging');
  const { id } = await bench.form('U0SRE2');
  const values = { for: 'soon', reason: 'look' };
  const sent = await bench.person('view/submit', { user: 'U0SRE2', viewId: id, values });
  expect(sent).toMatchObject({ delivery: { errors: { for: expect.stringContaining('soon') } } });
  await bench.person('home/open', { user: 'U0SRE2' });
  await bench.until(
    () => bench.look('home?user=U0SRE2'),
    ({ view }) => view !== null,
  );
});

const now = new Date('2026-11-21T12:00:00Z');
const secret = 'signing-secret';

function receiver(started = true) {
  const quiet = () => undefined;
  const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const made = createHttpReceiver({ signingSecret: secret, now: () => now, logger });
  const app = { processEvent: async ({ ack }: { ack: () => Promise<void> }) => ack() };
  if (started) made.init(app as never);
  return made;
}

function request(body: string, { ageSeconds = 0, key = secret, type = 'application/json' } = {}) {
  const stamp = String(Math.floor(now.getTime() / 1000) - ageSeconds);
  const hash = createHmac('sha256', key).update(`v0:${stamp}:${body}`).digest('hex');
  const headers = {
    ...{ 'content-type': type, 'x-slack-request-timestamp': stamp },
    'x-slack-signature': `v0=${hash}`,
  };
  return new Request('http://127.0.0.1/slack/events', { method: 'POST', headers, body });
}

test.each([
  ['as it should be', {}, 200],
  ['four minutes old', { ageSeconds: 240 }, 200],
  ['six minutes old', { ageSeconds: 360 }, 401],
  ['six minutes ahead', { ageSeconds: -360 }, 401],
  ['signed by another', { key: 'another' }, 401],
])('a request %s is answered rightly', async (_, options, status) => {
  const body = JSON.stringify({ type: 'event_callback', event: {} });
  expect((await receiver().handle(request(body, options))).status).toBe(status);
});

test('a request without or with a broken signature is refused', async () => {
  const init = { method: 'POST', body: '{}' };
  const url = 'http://127.0.0.1/slack/events';
  expect((await receiver().handle(new Request(url, init))).status).toBe(401);
  const headers = { 'x-slack-request-timestamp': '1e9', 'x-slack-signature': 'v0=' };
  expect((await receiver().handle(new Request(url, { ...init, headers }))).status).toBe(401);
  expect((await receiver().handle(new Request(url))).status).toBe(405);
});

/** A body that never ends, and how much of it was taken. */
function endless(headers: Record<string, string>) {
  let taken = 0;
  const body = new ReadableStream({
    pull(controller) {
      taken += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
  return { request: new Request('http://127.0.0.1/slack/events', init), taken: () => taken };
}

test('of a body that has no end no more is taken in than Slack could have sent', async () => {
  const stamp = String(now.getTime() / 1000);
  const fresh = endless({ 'x-slack-request-timestamp': stamp, 'x-slack-signature': 'v0=0' });
  expect((await receiver().handle(fresh.request)).status).toBe(413);
  expect(fresh.taken()).toBeLessThan(2_000_000);
});

test('of what comes without a fresh time nothing is read', async () => {
  const stale = endless({ 'x-slack-request-timestamp': '1', 'x-slack-signature': 'v0=0' });
  expect((await receiver().handle(stale.request)).status).toBe(401);
  expect(stale.taken()).toBeLessThan(200_000);
});

test('a body is judged by its bytes, so that no other can stand for it', async () => {
  const signed = request('{"a":"\ufffd"}');
  const body = Buffer.from('{"a":"\xff"}', 'latin1');
  const forged = new Request(signed.url, { method: 'POST', headers: signed.headers, body });
  expect((await receiver().handle(forged)).status).toBe(401);
});

test('what is signed but cannot be read is bad input, and what comes too early is asked for again', async () => {
  expect((await receiver().handle(request('{'))).status).toBe(400);
  expect((await receiver().handle(request('null'))).status).toBe(400);
  expect((await receiver(false).handle(request('{"type":"event_callback"}'))).status).toBe(503);
});

test('proves itself when Slack asks for it', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c1' });
  expect(await (await receiver().handle(request(body))).json()).toEqual({ challenge: 'c1' });
});
