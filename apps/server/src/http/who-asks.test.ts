import { request } from 'node:http';
import { sharedFailures } from '@sekisho/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hat, type OpenDoor, openDoor, post, secret } from '../../../../test/support/open-door.ts';
import { contextOf } from '../../../../test/support/world.ts';
import { clientAddress } from '../client-address.ts';
import { createSignInLimit } from '../sign-in-limit.ts';

let door: OpenDoor;
let strict: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
  strict = await openDoor({ practice: null, clientAddress: clientAddress(['127.0.0.1']) });
});
afterAll(() => Promise.all([door.close(), strict.close()]));
beforeEach(() => {
  // The window of counted failures passes.
  door.world.clock.turn(61);
  strict.world.clock.turn(61);
});

async function told(response: Response | Promise<Response>) {
  const answer = await response;
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function newToken(at: OpenDoor, who: string, scopes: string[], agent = false) {
  const input = { name: 'test', scopes, expires: '1h', agent };
  return at.world.core.call('token.create', contextOf(who), input);
}

async function signIn(headers: Record<string, string> = {}, given = secret): Promise<Response> {
  return fetch(`${door.url}/practice/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ secret: given }),
  });
}

async function cookie(): Promise<string> {
  return (await signIn()).headers.get('set-cookie')?.split(';')[0] ?? '';
}

describe('who may ask', () => {
  it('is nobody without credentials', async () => {
    const answer = await post(door, 'ops.list', {}, {});
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await told(answer)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  });

  it('is counted behind a proxy of ours by the address that the proxy saw', async () => {
    const guess = async (from: string, at = strict) => {
      const headers = { authorization: 'Bearer guess', 'x-forwarded-for': from };
      return (await post(at, 'ops.list', {}, headers)).status;
    };
    for (let count = 0; count < 20; count += 1) await guess(`198.51.100.${count}, 203.0.113.9`);
    expect(await guess('198.51.100.77, 203.0.113.9')).toBe(429);
    expect(await guess('203.0.113.10')).toBe(401);
    for (let count = 0; count < 20; count += 1) await guess(`203.0.113.${count}`, door);
    expect(await guess('203.0.113.77', door)).toBe(429);
  });

  it('is counted by all replicas together, but for whoever was good lately', async () => {
    const { clock, core } = door.world;
    const options = { clock, shared: sharedFailures(core.house), most: 2 };
    const [first, second] = [createSignInLimit(options), createSignInLimit(options)];
    const is = (answer: boolean) => () => (answer ? 'in' : null);
    expect(await second.attempt('192.0.2.1', 'good', is(true))).toBe('in');
    expect(await first.attempt('192.0.2.1', 'bad', is(false))).toBeNull();
    expect(await second.attempt('192.0.2.1', 'bad', is(false))).toBeNull();
    for (const limit of [first, second])
      await expect(limit.attempt('192.0.2.1', 'worse', is(true))).rejects.toThrow('rate-limited');
    expect(await second.attempt('192.0.2.1', 'good', is(true))).toBe('in');
  });

  it.each([
    ['another secret', { authorization: 'Bearer practice-secret-of-this-tesT' }],
    ['an empty secret', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: `Basic ${btoa(`sre:${secret}`)}` }],
    ['only a hat', { 'sekisho-hat': 'sre' }],
    ['a cookie of somebody’s making', { cookie: 'sekisho-practice-80=1.x' }],
  ])('is nobody with %s', async (_, headers) => {
    const answer = post(door, 'ops.list', {}, headers as Record<string, string>);
    expect(await told(answer)).toMatchObject({ status: 401 });
  });

  it('is the wearer of a hat, the engineer when none is named', async () => {
    const me = await told(post(door, 'people.me', {}, hat('sre2')));
    expect(me.body).toMatchObject({
      principal: { id: 'sre2', kind: 'person', assurance: 'practice' },
    });
    const plain = await told(post(door, 'people.me', {}, { authorization: `Bearer ${secret}` }));
    expect(plain.body).toMatchObject({ principal: { id: 'engineer' } });
  });

  it('is told the hats there are after an unknown one', async () => {
    const { status, body } = await told(post(door, 'people.me', {}, hat('pirate')));
    expect(status).toBe(400);
    expect(body['detail']).toContain('pirate');
    expect(body['fix']).toBe('Send one of: sre, sre2, engineer, support, auditor.');
  });

  it('wears no hats where there is no practice', async () => {
    expect(await told(post(strict, 'people.me', {}, hat('sre')))).toMatchObject({ status: 401 });
    const page = fetch(`${strict.url}/practice/sign-in`, { method: 'POST' });
    expect(await told(page)).toMatchObject({ status: 404 });
  });

  it('is the owner of a token, within its scopes, and never approves with it', async () => {
    const { token } = await newToken(strict, 'sre', ['people.*', 'lease.approve']);
    const bearer = { authorization: `Bearer ${token}` };
    const me = await told(post(strict, 'people.me', {}, bearer));
    expect(me.body).toMatchObject({ principal: { id: 'sre', kind: 'person', assurance: 'token' } });
    const outside = await told(post(strict, 'ops.list', {}, bearer));
    expect(outside).toMatchObject({ status: 403, body: { code: 'token-scope' } });
    const approval = await told(post(strict, 'lease.approve', { id: 'ops-none0000' }, bearer));
    expect(approval).toMatchObject({ status: 403, body: { code: 'approver-must-be-person' } });
  });

  it('is an agent with an agent’s token, whatever hat it asks for', async () => {
    const { token } = await newToken(door, 'engineer', ['*'], true);
    const headers = { authorization: `Bearer ${token}`, 'sekisho-hat': 'sre' };
    const me = await told(post(door, 'people.me', {}, headers));
    expect(me.body).toMatchObject({ principal: { id: 'agent:engineer', kind: 'agent' } });
  });

  it('is nobody with a token that is over or was revoked', async () => {
    const { id, token } = await newToken(strict, 'sre', ['*']);
    const bearer = { authorization: `Bearer ${token}` };
    expect(await told(post(strict, 'people.me', {}, bearer))).toMatchObject({ status: 200 });
    await strict.world.as('sre', 'token.revoke', { id });
    expect(await told(post(strict, 'people.me', {}, bearer))).toMatchObject({ status: 401 });
    const second = await newToken(strict, 'sre', ['*']);
    strict.world.clock.turn(3601);
    const late = post(strict, 'people.me', {}, { authorization: `Bearer ${second.token}` });
    expect(await told(late)).toMatchObject({ status: 401 });
  });

  it('is told of a failure in the language that the roster has for a token’s owner', async () => {
    const { token } = await newToken(strict, 'sre', ['ops.*']);
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'en' };
    const { body } = await told(post(strict, 'ops.show', { id: 'ops-none0000' }, headers));
    expect(body['detail']).toBe('貸出 ops-none0000 はありません。');
  });
});

describe('signing in to practice', () => {
  it('trades the secret for a cookie that scripts and other sites do not get, and that does not hold it', async () => {
    const answer = await signIn({ origin: door.url });
    expect(answer.status).toBe(200);
    const given = answer.headers.get('set-cookie') ?? '';
    expect(given).toMatch(/HttpOnly/);
    expect(given).toMatch(/SameSite=Strict/);
    expect(given).toMatch(/Path=\//);
    expect(given).not.toContain(secret);
  });

  it('refuses another secret, another page and what is not JSON', async () => {
    expect(await told(signIn({}, 'wrong'))).toMatchObject({ status: 401 });
    expect(await told(signIn({ origin: 'http://evil.example' }))).toMatchObject({ status: 403 });
    expect(await told(signIn({ 'content-type': 'text/plain' }))).toMatchObject({ status: 415 });
  });

  it('lets our own page write with the cookie, under a hat', async () => {
    const headers = { cookie: await cookie(), origin: door.url, 'sekisho-hat': 'sre' };
    expect((await told(post(door, 'people.me', {}, headers))).body).toMatchObject({
      principal: { id: 'sre', assurance: 'practice' },
    });
    const fetched = { cookie: await cookie(), 'sec-fetch-site': 'same-origin' };
    expect((await post(door, 'people.me', {}, fetched)).status).toBe(200);
  });

  it.each([
    ['another site', { origin: 'http://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a page without origin', { origin: 'null' }],
    ['what the browser calls the same site only', { 'sec-fetch-site': 'same-site' }],
    ['a client that says nothing of its page', {}],
  ])('refuses the cookie from %s', async (_, headers) => {
    const call = post(door, 'people.me', {}, { cookie: await cookie(), ...headers } as never);
    expect(await told(call)).toMatchObject({ status: 403, body: { facts: { field: 'Origin' } } });
  });

  it('forgets the cookie after a month', async () => {
    const headers = { cookie: await cookie(), origin: door.url };
    door.world.clock.turn(30 * 24 * 3600 + 1);
    expect(await told(post(door, 'people.me', {}, headers))).toMatchObject({ status: 401 });
  });

  it('makes a guesser wait, and nobody who shares the guesser’s address', async () => {
    await post(door, 'people.me', {}, hat('sre'));
    for (let guess = 0; guess < 20; guess += 1) await signIn({}, `guess ${guess}`);
    const limited = await signIn({}, 'guess again');
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await told(limited)).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    const guessed = post(door, 'people.me', {}, { authorization: 'Bearer guess' });
    expect(await told(guessed)).toMatchObject({ status: 429 });
    expect((await post(door, 'people.me', {}, hat('sre'))).status).toBe(200);
  });
});

describe('the name under which we are called', () => {
  const under = (host: string, path: string) =>
    new Promise<number>((resolve, reject) => {
      const options = { host: '127.0.0.1', port: door.listening.port, path, headers: { host } };
      request(options, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  it('has to be ours, with its port', async () => {
    const { port } = door.listening;
    expect(await under(`127.0.0.1:${port}`, '/api/openapi.json')).toBe(200);
    expect(await under(`LOCALHOST:${port}`, '/api/openapi.json')).toBe(200);
    expect(await under('evil.example', '/api/openapi.json')).toBe(421);
    expect(await under(`evil.example:${port}`, '/')).toBe(421);
    expect(await under('127.0.0.1:1', '/api/openapi.json')).toBe(421);
  });

  it('does not matter to those who only ask whether we are well', async () => {
    expect(await under('10.0.0.7:8080', '/healthz')).toBe(200);
  });
});
