import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Asking, askJson } from './ask-json.ts';

const schema = z.object({ ok: z.boolean() });
const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

async function facing(answer: RequestListener): Promise<URL> {
  const server = createServer(answer);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`);
}

const asking: Asking = { fetch, timeoutMs: 20_000, maxBytes: 1000 };
const ask = (url: URL, options: Partial<Asking> = {}, request: RequestInit = {}) =>
  askJson(url, request, schema, { ...asking, ...options });

describe('askJson', () => {
  it('gives what was narrowed', async () => {
    const url = await facing((_, response) => response.end('{"ok":true,"more":1}'));
    expect(await ask(url)).toEqual({ ok: true });
  });

  it.each([
    [429, 'limited'],
    [401, 'denied'],
    [403, 'denied'],
    [400, 'refused'],
    [404, 'refused'],
    [422, 'refused'],
    [503, 'unreachable'],
    [408, 'unreachable'],
    [302, 'refused'],
  ])('reads the status %i as %s, with the wait that was asked for', async (status, code) => {
    const url = await facing((_, response) =>
      response.writeHead(status, { 'retry-after': '7', location: '/elsewhere' }).end('so it is'),
    );
    const message = expect.stringContaining('so it is');
    await expect(ask(url)).rejects.toMatchObject({ code, retryAfterSeconds: 7, message });
  });

  it.each([
    ['not JSON', 'not JSON'],
    ['{"ok":1}', 'another form (ok'],
    [`{"ok":true,"x":"${'x'.repeat(2000)}"}`, 'more than 1000 bytes'],
  ])('calls %.10s a bad answer', async (body, says) => {
    const url = await facing((_, response) => response.end(body));
    const message = expect.stringContaining(says);
    await expect(ask(url)).rejects.toMatchObject({ code: 'bad-answer', message });
  });

  it('is cut off after its time, also when the answer drips on', async () => {
    const url = await facing((_, response) => void response.write('{'));
    const failed = ask(url, { timeoutMs: 200 });
    await expect(failed).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('names what kept it from the host', async () => {
    const url = await facing(() => {});
    open.pop()?.close();
    const message = expect.stringContaining('ECONNREFUSED');
    await expect(ask(url)).rejects.toMatchObject({ code: 'unreachable', message });
  });

  it('ends with the reason of the caller who gave up', async () => {
    const url = await facing(() => {});
    const giveUp = new AbortController();
    const asked = ask(url, { signal: giveUp.signal });
    const why = new Error('enough');
    giveUp.abort(why);
    await expect(asked).rejects.toBe(why);
  });

  it('tells no key of a request that failed', async () => {
    const url = await facing((_, response) => response.writeHead(401).end());
    const failed = await ask(url, {}, { headers: { authorization: 'Bearer hush' } }).catch(
      (error: unknown) => error,
    );
    expect(JSON.stringify(failed, Object.getOwnPropertyNames(failed))).not.toContain('hush');
  });
});
