import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestBrowser, testBrowser } from '../../../../../test/support/browser.ts';
import { type LoginDoor, openLoginDoor } from '../../../../../test/support/login-door.ts';

let door: LoginDoor;
let person: TestBrowser;
beforeAll(async () => {
  door = await openLoginDoor();
  door.provider.next = 'sre';
  person = testBrowser();
  await person.go(`${door.base}/login`);
});
afterAll(() => door.close());

type Told = Readonly<Record<string, unknown>>;

async function tell(
  ask: TestBrowser['ask'],
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: Told }> {
  const answer = await ask(`${door.base}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Told };
}

const machine = (path: string, body: object) => tell(testBrowser().ask, path, body);
const inConsole = (path: string, body: object, browser = person) =>
  tell(browser.ask, path, body, { origin: door.base });

async function begin(): Promise<{ deviceCode: string; userCode: string }> {
  const { status, body } = await machine('/login/device', { client: 'laptop\u202e of\nHanako' });
  expect(status).toBe(200);
  return { deviceCode: String(body.device_code), userCode: String(body.user_code) };
}

const ask = (deviceCode: string) => machine('/login/device/token', { device_code: deviceCode });

async function approved(): Promise<string> {
  const { deviceCode, userCode } = await begin();
  await inConsole('/login/device/answer', { code: userCode, yes: true });
  return String((await ask(deviceCode)).body.access_token);
}

describe('signing a command line in', () => {
  it('waits until its person, who sees which machine asks from where, lets it in; then once', async () => {
    const { deviceCode, userCode } = await begin();
    expect(userCode).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
    expect((await ask(deviceCode)).body).toEqual({ error: 'authorization_pending' });
    const typed = userCode.toLowerCase().replace('-', ' ');
    const { body } = await inConsole('/login/device/asked', { code: typed });
    expect(body).toMatchObject({ client: 'laptop of Hanako', address: '127.0.0.1' });
    expect((await inConsole('/login/device/answer', { code: typed, yes: true })).status).toBe(200);
    const { body: given } = await ask(deviceCode);
    expect(given).toMatchObject({ token_type: 'Bearer', expires_in: 12 * 3600 });
    expect((await ask(deviceCode)).body).toEqual({ error: 'expired_token' });
    const bearer = { authorization: `Bearer ${String(given.access_token)}` };
    const { body: me } = await tell(testBrowser().ask, '/api/v1/people/me', {}, bearer);
    expect(me).toMatchObject({ principal: { id: 'sre', kind: 'person', assurance: 'oidc' } });
  });

  it('lets a machine go that its person turns away, or that nobody answers in time', async () => {
    const denied = await begin();
    await inConsole('/login/device/answer', { code: denied.userCode, yes: false });
    expect((await ask(denied.deviceCode)).body).toEqual({ error: 'access_denied' });
    const late = await begin();
    door.world.clock.turn(601);
    expect((await ask(late.deviceCode)).body).toEqual({ error: 'expired_token' });
    const answer = await inConsole('/login/device/answer', { code: late.userCode, yes: true });
    expect(answer).toMatchObject({ status: 404, body: { code: 'device-code-unknown' } });
  });

  it('tells a machine that asks too often to slow down', async () => {
    const { deviceCode } = await begin();
    await ask(deviceCode);
    expect((await ask(deviceCode)).body).toEqual({ error: 'slow_down' });
    door.world.clock.turn(9);
    expect((await ask(deviceCode)).body).toEqual({ error: 'slow_down' });
    door.world.clock.turn(15);
    expect((await ask(deviceCode)).body).toEqual({ error: 'authorization_pending' });
  });

  it('takes no answer from a page of another site, from nobody, or from another machine', async () => {
    const { deviceCode, userCode } = await begin();
    const answer = { code: userCode, yes: true };
    const foreign = await tell(person.ask, '/login/device/answer', answer, {
      origin: 'http://evil.example',
    });
    expect(foreign.status).toBe(403);
    expect((await machine('/login/device/answer', answer)).status).toBe(401);
    const bearer = { authorization: `Bearer ${await approved()}`, origin: door.base };
    const other = await tell(testBrowser().ask, '/login/device/answer', answer, bearer);
    expect(other.status).toBe(401);
    expect((await ask(deviceCode)).body).toEqual({ error: 'authorization_pending' });
  });

  it('makes whoever guesses codes wait', async () => {
    const { userCode } = await begin();
    for (let guess = 0; guess < 10; guess += 1) {
      await inConsole('/login/device/asked', { code: `BBBB-BBB${'BCDFGHJKLM'[guess] ?? ''}` });
    }
    const right = await inConsole('/login/device/asked', { code: userCode });
    expect(right).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    door.world.clock.turn(601);
  });
});

it('a command line’s session is not good as a cookie', async () => {
  const token = await approved();
  const cookie = `${person.cookies(door.base).split('=')[0] ?? ''}=${token}`;
  const answer = await fetch(`${door.base}/api/v1/people/me`, {
    ...{ method: 'POST', body: '{}' },
    headers: { cookie, origin: door.base, 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(401);
});
