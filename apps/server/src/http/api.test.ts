import { contract } from '@sekisho/contract';
import { AppError } from '@sekisho/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hat, type OpenDoor, openDoor, post } from '../../../../test/support/open-door.ts';
import { practiceConfig } from '../../../../test/support/world.ts';

let door: OpenDoor;
/** Where people open the console; a test may move it. */
let url: string | null = null;
beforeAll(async () => {
  const config = practiceConfig();
  Object.defineProperty(config, 'url', { get: () => url, enumerable: true });
  door = await openDoor({}, () => config);
});
afterAll(() => door.close());

const wish = { environment: 'staging', for: '30m', reason: 'look at the slow query' };

async function problem(response: Promise<Response>) {
  const answer = await response;
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const body = (await answer.json()) as Record<string, unknown>;
  expect(body).toMatchObject({
    status: answer.status,
    type: `urn:sekisho:problem:${String(body['code'])}`,
    title: expect.stringMatching(/./),
    detail: expect.stringMatching(/./),
    fix: expect.stringMatching(/./),
    requestId: answer.headers.get('x-request-id'),
  });
  return body;
}

describe('a verb over HTTP', () => {
  it('answers JSON that nobody keeps', async () => {
    const answer = await post(door, 'ops.start', wish);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({ environment: 'staging', holder: 'engineer' });
  });

  it('answers a repeated write as the first time, and refuses its key for another input', async () => {
    const keyed = { ...hat('engineer'), 'idempotency-key': 'once-1' };
    const first = await (await post(door, 'ops.start', wish, keyed)).json();
    const second = await (await post(door, 'ops.start', wish, keyed)).json();
    expect(second).toEqual(first);
    const other = post(door, 'ops.start', { ...wish, for: '20m' }, keyed);
    expect(await problem(other)).toMatchObject({ status: 409, code: 'idempotency-mismatch' });
  });

  it('lets a hundred repetitions at once start one server', async () => {
    const keyed = { ...hat('sre2'), 'idempotency-key': 'once-100' };
    const all = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const answer = await post(door, 'ops.start', wish, keyed);
        return ((await answer.json()) as { id?: string }).id;
      }),
    );
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toMatch(/^ops-/);
  });

  it.each([
    ['ops.start', { ...wish, environment: 'mars' }, 400, 'unknown-environment'],
    ['ops.start', { ...wish, for: 'long' }, 400, 'bad-duration'],
    ['ops.start', { environment: 'staging' }, 400, 'bad-input'],
    ['ops.start', { ...wish, colour: 'red' }, 400, 'bad-input'],
    ['ops.start', { ...wish, for: '90h' }, 403, 'too-long'],
    ['lease.stop-all', { reason: 'x' }, 403, 'role-too-weak'],
    ['ops.show', { id: 'ops-none0000' }, 404, 'lease-not-found'],
    ['ops.fly', {}, 404, 'unknown-verb'],
    ['token.revoke', { id: 'tok-none' }, 404, 'token-not-found'],
  ])('tells why %s %j fails', async (verb, input, status, code) => {
    expect(await problem(post(door, verb, input))).toMatchObject({ status, code });
  });

  it('tells failures in the language that the hat’s wearer asks for, else in the person’s own', async () => {
    const inEnglish = await problem(post(door, 'ops.show', { id: 'ops-none0000' }));
    expect(inEnglish['detail']).toBe('There is no lease ops-none0000.');
    const { 'accept-language': _, ...plain } = hat('engineer');
    const headers = { ...plain, 'accept-language': '*' };
    const inJapanese = await problem(post(door, 'ops.show', { id: 'ops-none0000' }, headers));
    expect(inJapanese['detail']).toBe('貸出 ops-none0000 はありません。');
  });

  it.each([
    [
      { environment: 'staging' },
      '「reason」がありません。',
      '「reason」を指定して、もう一度送ってください。',
    ],
    [
      { environment: 'staging', reason: 7 },
      '「reason」に「7」は指定できません。',
      '文字列を指定してください。',
    ],
    [
      { environment: 'staging', reason: 'x'.repeat(1001) },
      `「reason」が長すぎます(「${'x'.repeat(29)}…」)。`,
      '1000 文字以内にしてください。',
    ],
  ])('tells in Japanese what is wrong with the input %#', async (input, detail, fix) => {
    const headers = { ...hat('engineer'), 'accept-language': 'ja' };
    expect(await problem(post(door, 'ops.start', input, headers))).toMatchObject({
      ...{ status: 400, code: 'bad-input', detail, fix },
    });
  });

  it('says nothing of a bug but the number under which its trace is in the log', async () => {
    const { call } = door.world.core;
    Object.assign(door.world.core, {
      call: async () => {
        throw new Error('secret internals');
      },
    });
    try {
      const told = await problem(post(door, 'ops.list', {}));
      expect(told).toMatchObject({ status: 500, code: 'bug' });
      expect(JSON.stringify(told)).not.toContain('internals');
      const line = door.log.find(({ fields }) => fields['requestId'] === told['requestId']);
      expect(String((line?.fields['err'] as Error | undefined)?.stack)).toContain(
        'secret internals',
      );
    } finally {
      Object.assign(door.world.core, { call });
    }
  });

  it.each([
    [new AppError('cloud-throttled', { detail: 'slow down' }), 503, 'cloud-throttled'],
    [new AppError('rate-limited', { retryAfterSeconds: 7 }), 429, 'rate-limited'],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 503, 'database-unreachable'],
    [Object.assign(new Error('terminating'), { code: '57P01' }), 503, 'database-unreachable'],
  ])('maps %s to its status', async (error, status, code) => {
    const { call } = door.world.core;
    Object.assign(door.world.core, { call: () => Promise.reject(error) });
    try {
      expect(await problem(post(door, 'ops.list', {}))).toMatchObject({ status, code });
    } finally {
      Object.assign(door.world.core, { call });
    }
  });
});

describe('a call that no verb should see', () => {
  const deep = `{"reason":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
  it.each([
    ['no JSON', '{"id":', 400, 'body'],
    ['nothing', '', 400, 'body'],
    ['a list', '[]', 400, 'body'],
    ['null', 'null', 400, 'body'],
    ['bytes that are not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, 'body'],
    ['more than 64 kB', JSON.stringify({ reason: 'x'.repeat(70_000) }), 413, 'body'],
    ['deep nesting', deep, 400, 'reason'],
    ['__proto__', '{"__proto__":{"role":"admin"}}', 400, '__proto__'],
    ['constructor', '{"constructor":{"prototype":{}}}', 400, 'constructor'],
    ['NUL', '{"environment":"staging","reason":"a\\u0000b"}', 400, 'reason'],
    ['half a surrogate pair', '{"environment":"staging","reason":"\\ud800"}', 400, 'reason'],
    ['a number for text', '{"environment":5,"reason":"x"}', 400, 'environment'],
    ['a list for text', '{"environment":["staging"],"reason":"x"}', 400, 'environment'],
  ])('is refused for %s', async (_, body, status, field) => {
    const told = await problem(post(door, 'ops.start', body));
    expect(told).toMatchObject({ status, code: 'bad-input', facts: { field } });
  });

  it('is taken up to the length that its verb declares, and refused beyond', async () => {
    const { largestCall } = contract['slo.preview'];
    const send = (filler: number) =>
      post(door, 'slo.preview', JSON.stringify({ text: 'x'.repeat(filler) }));
    const around = JSON.stringify({ text: '' }).length;
    // All of it is read: only then is the text itself too long.
    expect(await problem(send(largestCall - around))).toMatchObject({
      status: 400,
      facts: { field: 'text' },
    });
    expect(await problem(send(largestCall - around + 1))).toMatchObject({ status: 413 });
    const long = { text: 'あ'.repeat(50_000), file: 'services/shop.yaml' };
    expect((await post(door, 'slo.preview', JSON.stringify(long))).status).toBe(200);
  });

  it('is refused when its body grows past the limit without declaring a length', async () => {
    const chunks = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(16_000).fill(0x20)),
    });
    const answer = fetch(`${door.url}/api/v1/ops/list`, {
      method: 'POST',
      headers: { ...hat('sre'), 'content-type': 'application/json' },
      body: chunks,
      duplex: 'half',
    } as RequestInit);
    expect(await problem(answer)).toMatchObject({ status: 413 });
  });

  it('is refused for another content type, method, path or an unusable key', async () => {
    const type = post(door, 'ops.list', '{}', { ...hat('sre'), 'content-type': 'text/plain' });
    expect(await problem(type)).toMatchObject({ status: 415, facts: { field: 'Content-Type' } });
    const got = await fetch(`${door.url}/api/v1/ops/list`, { headers: hat('sre') });
    expect(got.headers.get('allow')).toBe('POST');
    expect(await problem(Promise.resolve(got))).toMatchObject({ status: 405 });
    expect(await problem(fetch(`${door.url}/api/v2/x`))).toMatchObject({ status: 404 });
    expect(await problem(fetch(`${door.url}/nothing.html`))).toMatchObject({ status: 404 });
    const key = { ...hat('sre'), 'idempotency-key': 'k'.repeat(201) };
    expect(await problem(post(door, 'ops.list', {}, key))).toMatchObject({
      status: 400,
      facts: { field: 'Idempotency-Key' },
    });
  });

  it('leaves no doubt about what it may load and who may frame it', async () => {
    const answer = await post(door, 'ops.list', {});
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it.each([
    ['has browsers come by TLS alone', 'https://sekisho.example.com', 'max-age=31536000'],
    ['lets them come without TLS', 'http://sekisho.example.com', null],
    ['lets them come without TLS', null, null],
  ])('%s where people open %s', async (_, opened, wanted) => {
    url = opened;
    // The configuration in force is worked out anew.
    door.world.clock.turn(2);
    for (const path of ['/healthz', '/nothing.html', '/api/v1/people/me']) {
      const { headers } = await fetch(door.url + path);
      expect(headers.get('strict-transport-security')).toBe(wanted);
    }
  });
});
