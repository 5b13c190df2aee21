import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestBrowser, testBrowser } from '../../../../../test/support/browser.ts';
import { type LoginDoor, openLoginDoor } from '../../../../../test/support/login-door.ts';

let door: LoginDoor;
beforeAll(async () => {
  door = await openLoginDoor();
});
afterAll(() => door.close());
beforeEach(() => {
  // The window of counted failures passes.
  door.world.clock.turn(61);
});

const atCallback = (next: URL) => next.pathname === '/login/callback';
const sessions = (who = 'sre') => door.world.as(who, 'session.list', {});

/** Signs in as a subject of the provider; answers the browser and where it ended. */
async function signIn(subject: string, path = '/login', browser = testBrowser()) {
  door.provider.next = subject;
  const { at, answer } = await browser.go(`${door.base}${path}`);
  return { browser, at, answer };
}

async function me(browser: TestBrowser, headers: Record<string, string> = { origin: door.base }) {
  const answer = await browser.ask(`${door.base}/api/v1/people/me`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
  });
  const body = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, body };
}

describe('signing in', () => {
  it('makes whom the provider knows the person of that verified address, whatever its case, in a session of their own', async () => {
    const { browser, at } = await signIn('engineer', '/login?return=/history%3Fholder%3Dsre');
    expect(at.href).toBe(`${door.base}/history?holder=sre`);
    const { body } = await me(browser);
    expect(body).toMatchObject({
      principal: { id: 'engineer', kind: 'person', assurance: 'oidc' },
    });
    const [mine] = await sessions('engineer');
    expect(mine).toMatchObject({ person: 'engineer', kind: 'console', revokedAt: null });
    const [newest] = await door.world.as('sre', 'timeline.list', { limit: 1 });
    expect(newest).toMatchObject({ action: 'session.start', actor: { id: 'engineer' } });
  });

  it('keeps the session’s secret from scripts, other sites and the database', async () => {
    const { browser } = await signIn('engineer');
    const given = browser.told.find((line) => line.includes('ses_')) ?? '';
    expect(given).toMatch(/HttpOnly/);
    expect(given).toMatch(/SameSite=Lax/);
    expect(given).toMatch(/Path=\//);
    const secret = /ses_[\w-]{43}/.exec(given)?.[0] ?? 'none';
    const rows = await door.world.database.kysely.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it.each([
    ['stranger', 403, /mallory@example\.com.*not in the roster/s],
    ['unverified', 403, /verified/],
  ])('refuses %s, and says what to do', async (subject, status, text) => {
    const { browser, answer } = await signIn(subject);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toMatch(text);
    expect((await me(browser)).status).toBe(401);
  });

  it('sends whoever opens a page to the login and back to that page', async () => {
    const browser = testBrowser();
    const { at } = await browser.go(`${door.base}/history?holder=sre`, (next) =>
      next.pathname.startsWith('/login'),
    );
    expect(at.href).toBe(`${door.base}/login?return=%2Fhistory%3Fholder%3Dsre`);
    expect((await me(browser)).body).toMatchObject({ facts: { login: '/login' } });
  });
});

describe('a login that somebody else has a hand in', () => {
  it('is refused in another browser than the one that began it', async () => {
    const victim = testBrowser();
    door.provider.next = 'engineer';
    const { at } = await victim.go(`${door.base}/login`, atCallback);
    const thief = testBrowser();
    const { answer } = await thief.go(at.href);
    expect([answer.status, (await me(thief)).status]).toEqual([403, 401]);
    // The state is spent: the thief cannot make the victim finish what they tried.
    expect((await victim.go(at.href)).answer.status).toBe(403);
  });

  it('is refused when it comes back a second time', async () => {
    const browser = testBrowser();
    door.provider.next = 'engineer';
    const { at } = await browser.go(`${door.base}/login`, atCallback);
    const kept = browser.cookies(door.base);
    expect((await browser.ask(at.href)).status).toBe(302);
    const again = await fetch(at.href, { headers: { cookie: kept }, redirect: 'manual' });
    expect(again.status).toBe(403);
  });

  it.each([
    ['of another issuer', (back: URL) => back.searchParams.set('iss', 'https://evil.example')],
    ['without an issuer', (back: URL) => back.searchParams.delete('iss')],
    ['with another code', (back: URL) => back.searchParams.set('code', 'x'.repeat(43))],
    ['with a refusal of the provider', (back: URL) => back.searchParams.set('error', 'denied')],
    ['with another state', (back: URL) => back.searchParams.set('state', 'guessed')],
    ['without a state', (back: URL) => back.searchParams.delete('state')],
  ])('is refused %s', async (_, forge) => {
    const browser = testBrowser();
    door.provider.next = 'engineer';
    const { at } = await browser.go(`${door.base}/login`, atCallback);
    forge(at);
    const answer = await browser.ask(at.href);
    expect(answer.status).toBe(403);
    expect((await me(browser)).status).toBe(401);
  });

  it('is refused after ten minutes', async () => {
    const browser = testBrowser();
    const { at } = await browser.go(`${door.base}/login`, atCallback);
    door.world.clock.turn(601);
    expect((await browser.ask(at.href)).status).toBe(403);
  });

  it('never keeps a session’s secret that the browser had before', async () => {
    const { browser } = await signIn('engineer');
    const before = browser.cookies(door.base);
    await signIn('engineer', '/login', browser);
    expect(browser.cookies(door.base)).not.toBe(before);
    const old = await fetch(`${door.base}/api/v1/people/me`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: before, origin: door.base },
      body: '{}',
    });
    expect(old.status).toBe(401);
  });

  it('makes whoever comes back with guesses wait, and then lets them in', async () => {
    const tried: number[] = [];
    for (let tries = 0; tries < 21; tries += 1) {
      const guess = `${door.base}/login/callback?state=guess${tries % 2}`;
      tried.push((await testBrowser().ask(guess)).status);
    }
    expect([tried[0], tried[19], tried[20]]).toEqual([403, 403, 429]);
    door.world.clock.turn(61);
    expect((await me((await signIn('engineer')).browser)).status).toBe(200);
  });

  it('makes whoever begins logins without end wait', async () => {
    const began: number[] = [];
    for (let tries = 0; tries < 125; tries += 1) {
      began.push((await testBrowser().ask(`${door.base}/login`)).status);
    }
    expect([began[0], began.at(-1)]).toEqual([302, 429]);
  });
});

describe('a session', () => {
  it.each([
    ['a page of another site', { origin: 'http://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:1' }],
    ['what the browser calls another site', { 'sec-fetch-site': 'cross-site' }],
    ['a client that says nothing of its page', {}],
  ])('is not used for %s', async (_, headers) => {
    const { browser } = await signIn('engineer');
    expect((await me(browser, headers as Record<string, string>)).status).toBe(403);
    const out = await browser.ask(`${door.base}/logout`, {
      method: 'POST',
      headers: headers as Record<string, string>,
    });
    expect(out.status).toBe(403);
    expect((await me(browser)).status).toBe(200);
  });

  it('ends by signing out', async () => {
    const { browser } = await signIn('engineer');
    const headers = { cookie: browser.cookies(door.base), origin: door.base };
    await browser.ask(`${door.base}/logout`, { method: 'POST', headers: { origin: door.base } });
    const again = await fetch(`${door.base}/api/v1/people/me`, {
      ...{ method: 'POST', body: '{}' },
      headers: { ...headers, 'content-type': 'application/json' },
    });
    expect(again.status).toBe(401);
    const page = await browser.ask(`${door.base}/logout`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringMatching(/signed out/)]);
    const [newest] = await door.world.as('sre', 'timeline.list', { limit: 1 });
    expect(newest).toMatchObject({ action: 'session.end', actor: { id: 'engineer' } });
  });

  it('ends two hours after its last use, and twelve hours after the login whatever its use', async () => {
    const { browser } = await signIn('engineer');
    door.world.clock.turn(2 * 3600 - 1);
    expect((await me(browser)).status).toBe(200);
    door.world.clock.turn(2 * 3600);
    expect((await me(browser)).status).toBe(401);
    const second = (await signIn('engineer')).browser;
    for (let hour = 1; hour < 12; hour += 1) {
      door.world.clock.turn(3600);
      expect((await me(second)).status).toBe(200);
    }
    door.world.clock.turn(3600);
    expect((await me(second)).status).toBe(401);
  });

  it('is not good as a bearer’s token', async () => {
    const { browser } = await signIn('engineer');
    const secret = /ses_[\w-]{43}/.exec(browser.cookies(door.base))?.[0] ?? '';
    expect((await me(testBrowser(), { authorization: `Bearer ${secret}` })).status).toBe(401);
  });
});
