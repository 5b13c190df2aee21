import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createUserCounter, readBeacon, type UserEvent } from '@sekisho/counting/beacon';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from './support/chromium.ts';

const source = new URL('../../packages/beacon/src/', import.meta.url);

let browser: Browser;
let page: Page;
let received: string[] = [];
const server = createServer((request, response) => void answer(request, response));
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  [browser] = await Promise.all([launchChromium(), once(server, 'listening')]);
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  received = [];
  page = await browser.newPage();
  await page.goto(`${address()}/`);
});
afterEach(() => page.close());

/** A shop: its page, its beacon's modules as they are but for their types, its API, and our ingest. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://shop');
  const body = (await request.setEncoding('utf8').toArray()).join('');
  const as = (type: string, text: string, status = 200) =>
    response.writeHead(status, { 'content-type': type }).end(text);
  if (pathname === '/ingest') received.push(body);
  if (pathname === '/ingest') return void response.writeHead(204).end();
  if (pathname === '/') return void as('text/html', '<!doctype html><title>shop</title>');
  if (pathname.startsWith('/beacon/')) {
    const text = readFileSync(new URL(pathname.slice('/beacon/'.length), source), 'utf8');
    return void as('text/javascript', stripTypeScriptTypes(text));
  }
  if (pathname === '/reset') return void request.socket.destroy();
  if (pathname === '/slow') return; // never answers
  if (pathname === '/graphql') return graphql(request, response, body);
  if (pathname === '/moved') return void response.writeHead(302, { location: '/' }).end();
  as('application/json', '{"ok":true}', pathname === '/broken' ? 503 : 200);
}

function graphql(
  { url = '', headers }: IncomingMessage,
  response: ServerResponse,
  body: string,
): void {
  const { searchParams } = new URL(url, 'http://shop');
  const isForm = headers['content-type']?.startsWith('multipart/form-data') === true;
  const asked = isForm
    ? { operationName: 'Upload' }
    : (JSON.parse(body || JSON.stringify(Object.fromEntries(searchParams))) as unknown);
  if ((asked as { operationName?: string }).operationName === 'Streams')
    return void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
  const text = Array.isArray(asked)
    ? `[${asked.map(graphqlAnswer).join()}]`
    : graphqlAnswer(asked as { operationName: string });
  const isHalf = (asked as { operationName?: string }).operationName === 'Half';
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
  if (isHalf) response.write(text.slice(0, 5));
  else response.end(text);
}

function graphqlAnswer({ operationName }: { operationName?: string }): string {
  if (operationName === 'Refused')
    return '{"data":null,"errors":[{"path":["a"],"extensions":{"classification":"UNAUTHORIZED"}}]}';
  if (operationName === 'Fails')
    return '{"data":null,"errors":[{"extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}';
  if (operationName === 'Partly') return '{"data":{"a":null},"errors":[{"path":["a"]}]}';
  return '{"data":{"a":1}}';
}

/** Runs in the page with a beacon that sends only when it is told, or when the page goes. */
function inPage<T>(work: string, options = ''): Promise<T> {
  return page.evaluate(`(async () => {
    const { startBeacon } = await import('/beacon/beacon.ts');
    const beacon = startBeacon({ url: location.origin + '/ingest', every: 3600, ${options} });
    ${work}
  })()`);
}

/** What was received, once it is so much; `again` is done in the page before each look. */
async function events(count = 1, again = ''): Promise<readonly UserEvent[]> {
  const read = () => received.flatMap((text) => readBeacon(text)?.events ?? []);
  const look = () => page.evaluate(again).then(() => read().length);
  await expect.poll(look).toBeGreaterThanOrEqual(count);
  return read();
}

describe('the beacon in a page', () => {
  it('reports what became of each request, by route, without what tells one user from another', async () => {
    await inPage(`
      await fetch('/items/8731/photo?token=s3cret', { method: 'post', body: 'private' });
      await fetch('/broken');
      await fetch('/reset').catch(() => {});
      beacon.flush();`);
    const seen = await events(3);
    expect(seen.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['POST', '/items/:id/photo', 200],
      ['GET', '/broken', 503],
      ['GET', '/reset', null],
    ]);
    expect(received.join()).not.toMatch(/s3cret|private/);
  });

  it('leaves the answers, the errors and the function as the page knows them', async () => {
    const seen = await inPage<unknown[]>(`
      const answered = await (await fetch(new Request('/items'))).json();
      const failed = await fetch('/reset').catch((error) => error.name);
      const refused = await fetch('http://').catch((error) => error.name);
      beacon.stop();
      return [answered, failed, refused, fetch.toString().includes('[native code]')];`);
    expect(seen).toEqual([{ ok: true }, 'TypeError', 'TypeError', true]);
  });

  it('counts a request that the page called off for nothing, and one that ran out of time as bad', async () => {
    await inPage(`
      const off = new AbortController();
      const called = fetch('/slow', { signal: off.signal }).catch(() => {});
      off.abort(new Error('changed my mind'));
      await called;
      await fetch('/slow', { signal: AbortSignal.timeout(30) }).catch(() => {});
      beacon.flush();`);
    const seen = await events(2);
    expect(seen.map(({ excluded, status }) => [excluded, status])).toEqual([
      [true, null],
      [false, null],
    ]);
  });

  it('counts what a device that was offline could not ask for nothing', async () => {
    await inPage('globalThis.flushBeacon = () => beacon.flush();');
    await page.context().setOffline(true);
    await page.evaluate("fetch('/items').catch(() => {})");
    await page.context().setOffline(false);
    await page.evaluate('flushBeacon()');
    expect(await events()).toMatchObject([{ path: '/items', status: null, excluded: true }]);
  });

  it('tells GraphQL that failed from GraphQL that answered, though each answer was 200', async () => {
    await inPage(`
      const ask = (operationName) => fetch('/graphql', { method: 'POST', body: JSON.stringify({ operationName, query: 'q' }) });
      for (const name of ['Fine', 'Partly', 'Fails']) await (await ask(name)).json();
      globalThis.flushBeacon = () => beacon.flush();`);
    const seen = await events(3, 'flushBeacon()');
    expect(seen.map(({ path, status }) => [path, status])).toEqual(
      ['Fine', 'Partly', 'Fails'].map((name) => [`/graphql#${name}`, 200]),
    );
    const counter = createUserCounter({ goodWhen: { status: [{ from: 200, to: 499 }] } });
    counter.add(seen, 0);
    const [good, bad] = [0, 0].map((_, index) =>
      counter.minutes().reduce((sum, minute) => sum + (index === 0 ? minute.good : minute.bad), 0),
    );
    expect([good, bad]).toEqual([1, 2]);
  });

  it('knows operations however they are asked for, and each of a batch', async () => {
    await inPage(`
      const post = (body) => fetch('/graphql', { method: 'POST', body });
      const form = new FormData();
      form.set('operations', '{"operationName":"Upload"}');
      await (await fetch('/graphql?operationName=Get')).json();
      await (await fetch(new Request('/graphql', { method: 'POST', body: '{"operationName":"Whole"}' }))).json();
      await (await post(form)).json();
      await (await post('{"query":"query Named { a }"}')).json();
      await (await post('[{"operationName":"Fine"},{"operationName":"Fails"},{"operationName":"Refused"}]')).json();
      globalThis.flushBeacon = () => beacon.flush();`);
    const seen = await events(7, 'flushBeacon()');
    expect(
      seen.map(({ path, graphql }) => [path.split('#')[1], graphql?.data, graphql?.codes]),
    ).toEqual([
      ...['Get', 'Whole', 'Upload', 'Named', 'Fine'].map((name) => [name, 'present', []]),
      ['Fails', 'null', ['INTERNAL_SERVER_ERROR']],
      ['Refused', 'null', ['UNAUTHORIZED']],
    ]);
  });

  it('waits for no stream, and counts an answer that the page stopped reading for nothing', async () => {
    await inPage(`
      const off = new AbortController();
      const ask = (operationName) => fetch('/graphql', { method: 'POST', body: JSON.stringify({ operationName }), signal: off.signal });
      await ask('Streams');
      await ask('Half');
      off.abort();
      globalThis.flushBeacon = () => beacon.flush();`);
    const seen = await events(2, 'flushBeacon()');
    expect(seen.map(({ path, status, excluded }) => [path, status, excluded])).toEqual([
      ['/graphql#Streams', 200, false],
      ['/graphql#Half', null, true],
    ]);
  });

  it('says nothing of an answer that is hidden from the page', async () => {
    await inPage(`
      await fetch('/moved', { redirect: 'manual' });
      await fetch('/items');
      beacon.flush();`);
    expect(await events()).toMatchObject([{ path: '/items' }]);
  });

  it('works where names are not to be had, and takes a question that fails for a no', async () => {
    const seen = await inPage<string>(
      `
      const failed = await fetch('/reset').catch((error) => error.name);
      beacon.flush();
      delete globalThis.unready;
      crypto.randomUUID = undefined;
      const other = startBeacon({ url: location.origin + '/ingest', every: 3600 });
      await fetch('/items');
      other.stop();
      beacon.stop();
      return failed;`,
      'consent: () => globalThis.unready.yet',
    );
    expect(seen).toBe('TypeError');
    expect(await events()).toMatchObject([{ path: '/items' }]);
  });

  it('cuts what it sends so that no part of it is too long for a queue', async () => {
    await inPage(
      "for (let n = 0; n < 200; n += 1) await fetch('/items/' + n).then((it) => it.text()); beacon.flush();",
      'route: () => "r".repeat(1000)',
    );
    expect(await events(200)).toHaveLength(200);
    expect(Math.max(...received.map((text) => text.length))).toBeLessThan(32_768);
  });

  it('sends what it has when the page is left', async () => {
    await inPage("await fetch('/items');");
    expect(received).toEqual([]);
    await page.goto('about:blank');
    expect(await events()).toMatchObject([{ path: '/items', status: 200 }]);
  });

  it('keeps and sends nothing without consent, and nothing of pages outside the sample', async () => {
    await inPage(
      `
      globalThis.agreed = true;
      await fetch('/items');
      agreed = false;
      await fetch('/items/2');
      beacon.flush();`,
      'consent: () => globalThis.agreed',
    );
    await inPage("await fetch('/items/3'); beacon.stop();", 'sample: 0');
    await inPage(
      "await fetch('/last'); beacon.stop();",
      'route: ({ pathname }) => pathname === "/last" ? "last" : null',
    );
    expect(await events()).toMatchObject([{ path: 'last' }]);
  });

  it('does not report requests to others, nor its own', async () => {
    await inPage(`
      await fetch(location.origin.replace('127.0.0.1', 'localhost') + '/items', { mode: 'no-cors' }).catch(() => {});
      await fetch('/ingest', { method: 'POST', body: 'x' });
      await fetch('/items');
      beacon.flush();`);
    expect(await events()).toMatchObject([{ path: '/items' }]);
  });

  it('sends again by another way where the browser will not queue more', async () => {
    await inPage(`
      navigator.sendBeacon = () => false;
      await fetch('/items');
      beacon.flush();`);
    expect(await events()).toMatchObject([{ path: '/items' }]);
  });
});
