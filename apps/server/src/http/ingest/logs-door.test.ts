import { gzipSync } from 'node:zlib';
import type { Config, SloConfig } from '@sekisho/config';
import { describe, expect, it, vi } from 'vitest';
import { lateSlo, sloDays } from '../../../../../test/support/slos.ts';
import { practiceConfig } from '../../../../../test/support/world.ts';
import { useDoor } from '../../../test/use-door.ts';

vi.setConfig({ testTimeout: 60_000 });

const slo: SloConfig = lateSlo({
  indicator: {
    ...{ kind: 'events', source: 'shop-logs' },
    sli: { goodWhen: { not: { status: [{ from: 500, to: 599 }] } } },
  },
});
const subscription = {
  kind: 'cloudwatch-logs',
  ...{ latenessMinutes: 10, quietMinutes: 5, format: 'jsonl', fields: null },
} as const;
const config: Config = {
  ...practiceConfig(),
  slos: [slo],
  sources: {
    'shop-logs': {
      ...{ name: 'shop-logs', ...subscription, accessKeyVariable: 'SEKISHO_SOURCE_FIREHOSE' },
    },
    unset: { name: 'unset', ...subscription, accessKeyVariable: 'SEKISHO_SOURCE_UNSET' },
    push: { name: 'push', kind: 'push', latenessMinutes: 5, format: 'jsonl', fields: null },
  },
};
const door = useDoor(config, '2026-05-01T10:30:00Z', () => ({
  secret: (variable) => (variable === 'SEKISHO_SOURCE_FIREHOSE' ? 'k3y' : ''),
}));
const ago = (minutes: number, ms = 0) => (door.now - minutes) * 60_000 + ms;

const line = (at: number, status: number) => ({
  ...{ id: `id-${at}-${status}`, timestamp: at },
  message: JSON.stringify({ time: new Date(at).toISOString(), status, path: '/' }),
});

/** A message of a subscription, as it stands in a record. */
function messageOf(logEvents: readonly object[], more: object = {}): string {
  const place = { owner: '123456789012', logGroup: '/shop', logStream: 'web/1' };
  const subscriptionFilters = ['sekisho'];
  const all = { messageType: 'DATA_MESSAGE', ...place, subscriptionFilters, logEvents, ...more };
  return gzipSync(JSON.stringify(all)).toString('base64');
}

const requestOf = (...data: readonly string[]) => ({
  ...{ requestId: 'ed4acda5-034f-9f42-bba1-f29aea6d7d8f', timestamp: 1_777_631_400_000 },
  records: data.map((each) => ({ data: each })),
});

async function deliver(
  body: object | string | Buffer,
  {
    source = 'shop-logs',
    ...headers
  }: { readonly source?: string; readonly [header: string]: string | undefined } = {},
) {
  const answer = await door.send(`/ingest/v1/logs/${source}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-amz-firehose-protocol-version': '1.0',
      'x-amz-firehose-request-id': 'of-the-header',
      'x-amz-firehose-access-key': 'k3y',
      ...(headers as Record<string, string>),
    },
    body:
      typeof body === 'string' || Buffer.isBuffer(body)
        ? new Uint8Array(Buffer.from(body))
        : JSON.stringify(body),
  });
  return {
    ...{ status: answer.status, type: answer.headers.get('content-type') },
    json: (await answer.json()) as Record<string, unknown>,
  };
}

/** Good, bad and measured milliseconds of the last minutes, from the oldest on. */
async function counted(minutes: number) {
  const [day] = await sloDays(door.world, slo);
  const at = (door.now % 1440) - minutes;
  return Array.from({ length: minutes }, (_, index) =>
    [day?.good, day?.bad, day?.measured].map((column) => column?.[at + index] ?? 0),
  );
}

const nothing = [0, 0, 0];

describe('the door for subscriptions of CloudWatch Logs', () => {
  it('answers as Firehose demands, and counts each line once', async () => {
    const events = [line(ago(2, 1), 200), line(ago(2, 2), 503), line(ago(1, 3), 200)];
    const { status, type, json } = await deliver(requestOf(messageOf(events)));
    expect([status, type]).toEqual([200, 'application/json']);
    expect(json).toEqual({
      requestId: 'ed4acda5-034f-9f42-bba1-f29aea6d7d8f',
      timestamp: door.clock.now().getTime(),
    });
    const all = [
      [1, 1, 60_000],
      [1, 0, 60_000],
    ];
    expect(await counted(2)).toEqual(all);
    await deliver(requestOf(messageOf(events)));
    await deliver(requestOf(messageOf(events.slice(1)), messageOf(events.slice(0, 2))));
    expect(await counted(2)).toEqual(all);
  });

  it('takes a body that Firehose has compressed, and a message that only asks whether we are there', async () => {
    const zipped = gzipSync(JSON.stringify(requestOf(messageOf([line(ago(1), 200)]))));
    expect((await deliver(zipped, { 'content-encoding': 'gzip' })).status).toBe(200);
    const control = messageOf([{ id: '', timestamp: 1, message: 'CWL CONTROL MESSAGE' }], {
      messageType: 'CONTROL_MESSAGE',
    });
    expect((await deliver(requestOf(control))).status).toBe(200);
    expect(await counted(1)).toEqual([[1, 0, 60_000]]);
  });

  it('measures silence between lines as long as the source says, and no longer', async () => {
    await deliver(requestOf(messageOf([line(ago(20), 200), line(ago(8), 200)])));
    await deliver(requestOf(messageOf([line(ago(14), 200), line(ago(1), 200)])));
    const measured = (await counted(21)).map(([, , ms]) => (ms === 60_000 ? 1 : 0));
    // 20, 14 and 8 are five silent minutes apart; from 8 to 1 there are six.
    expect(measured.join('')).toBe(`0${'1'.repeat(13)}${'0'.repeat(6)}1`);
  });

  it('leaves out, and says so, what is too old to know whether it was counted', async () => {
    const old = line(ago(3 * 1440), 200);
    expect((await deliver(requestOf(messageOf([old, line(ago(1), 200)])))).status).toBe(200);
    expect(await sloDays(door.world, slo)).toHaveLength(1);
    const shown = await door.world.as('sre', 'slo.show', { id: slo.id });
    expect(JSON.stringify(shown)).toContain('were left out: 1');
  });

  it('counts an event of several lines as one, however its text is broken', async () => {
    const at = ago(1);
    const message = JSON.stringify({ time: new Date(at).toISOString(), status: 200 }, null, 2);
    const forged = `${message}\n${line(at, 503).message}`;
    await deliver(requestOf(messageOf([{ id: '1', timestamp: at, message }])));
    await deliver(requestOf(messageOf([{ id: '2', timestamp: at, message: forged }])));
    expect(await counted(1)).toEqual([[1, 0, 60_000]]);
  });
});

describe('a delivery that is not taken', () => {
  const good = () => requestOf(messageOf([line(ago(1), 200)]));

  it.each([
    ['a wrong key', { 'x-amz-firehose-access-key': 'k3z' }],
    ['no key', { 'x-amz-firehose-access-key': '' }],
    ['a source whose key is not set', { source: 'unset', 'x-amz-firehose-access-key': '' }],
    ['a source of another kind', { source: 'push' }],
    ['no source of ours', { source: '__proto__' }],
  ])('for %s, is answered 401 and nothing more', async (_, more) => {
    const { status, json } = await deliver(good(), more);
    expect(status).toBe(401);
    expect(json).toEqual({
      ...{ requestId: 'of-the-header', timestamp: door.clock.now().getTime() },
      errorMessage: 'The access key is not good here.',
    });
    expect(await counted(1)).toEqual([nothing]);
  });

  it('is not even looked at after many wrong keys, but for whoever has had the right one', async () => {
    expect((await deliver(good())).status).toBe(200);
    const guess = (key: string) => deliver(good(), { 'x-amz-firehose-access-key': key });
    const statuses: number[] = [];
    for (let each = 0; each < 25; each += 1) statuses.push((await guess(`guess-${each}`)).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
    expect((await deliver(good())).status).toBe(200);
  });

  it.each<[string, number, () => object | string | Buffer, Record<string, string>]>([
    ['no JSON', 400, () => 'no json', {}],
    ['no request of Firehose', 400, () => ({ records: [] }), {}],
    ['a record without data', 400, () => ({ ...good(), records: [{}] }), {}],
    ['a record that is not gzip', 400, () => requestOf('bm8='), {}],
    [
      'another message',
      400,
      () => requestOf(gzipSync('{"messageType":"?"}').toString('base64')),
      {},
    ],
    ['an event without id', 400, () => requestOf(messageOf([{ timestamp: 1, message: '' }])), {}],
    ['no gzip though it says so', 400, good, { 'content-encoding': 'gzip' }],
    ['another compression', 415, good, { 'content-encoding': 'br' }],
    ['another type', 415, good, { 'content-type': 'text/plain' }],
    ['too large', 413, () => Buffer.alloc((8 << 20) + 1, 32), {}],
    [
      'too large when it is unzipped',
      413,
      () => gzipSync(Buffer.alloc((16 << 20) + 1, 32)),
      { 'content-encoding': 'gzip' },
    ],
    [
      'of records that are too large when they are unpacked',
      413,
      () => requestOf(gzipSync(Buffer.alloc((64 << 20) + 1, 32)).toString('base64')),
      {},
    ],
  ])('being %s, is answered %i, and counts nothing of it', async (_, status, body, headers) => {
    const answer = await deliver(body(), headers);
    expect(answer.status).toBe(status);
    expect(answer.type).toBe('application/json');
    expect(answer.json).toMatchObject({ errorMessage: expect.any(String) });
    expect(await counted(1)).toEqual([nothing]);
  });

  it('counts none of its records when one is bad, and people can see why', async () => {
    const answer = await deliver(requestOf(messageOf([line(ago(1), 200)]), 'bm8='));
    expect(answer.status).toBe(400);
    expect(await counted(1)).toEqual([nothing]);
    const shown = await door.world.as('sre', 'slo.show', { id: slo.id });
    expect(JSON.stringify(shown)).toContain('record 1 is not gzip');
  });

  it('by another method is refused', async () => {
    const read = await door.send('/ingest/v1/logs/shop-logs', { method: 'GET' });
    expect(read.status).toBe(405);
  });

  it('comes again later when there are too many', async () => {
    const statuses = new Set<number>();
    for (let each = 0; each < 53; each += 1) statuses.add((await deliver('no json')).status);
    expect([...statuses]).toEqual([400, 429]);
    door.clock.turn(1);
    expect((await deliver(good())).status).toBe(200);
    door.clock.turn(-1);
  });
});
