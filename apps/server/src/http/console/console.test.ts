import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from '../../../../../test/support/open-door.ts';

let folder: string;
let door: OpenDoor;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sekisho-console-'));
  const site = join(folder, 'site');
  await mkdir(join(site, 'assets'), { recursive: true });
  await writeFile(join(folder, 'outside.txt'), 'not for the web');
  await writeFile(join(site, 'index.html'), '<!doctype html><title>Sekisho</title>');
  await writeFile(
    join(site, 'assets', 'index-4f6h8j2k.js'),
    `export const a = '${'a'.repeat(2000)}';`,
  );
  await writeFile(join(site, '.secret.txt'), 'hidden');
  await symlink(join(folder, 'outside.txt'), join(site, 'link.txt'));
  door = await openDoor({ consoleDirectory: site });
});
afterAll(async () => {
  await door.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(door.url + path, { headers });

/** The status of a path that is sent as it is: fetch would tidy it up. */
async function statusOfRaw(path: string): Promise<number> {
  const socket = connect(door.listening.port, '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${door.host}\r\nConnection: close\r\n\r\n`);
  const answer = await text(socket);
  expect(answer).not.toMatch(/not for the web|hidden/);
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
}

describe('the console', () => {
  it('is the same page under every address of its own, with no inline script and no frame around it', async () => {
    for (const path of ['/', '/history', '/leases/ops-7k3f9q2m?tab=1']) {
      const page = await get(path);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(page.headers.get('cache-control')).toBe('no-cache');
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/script-src 'self'(;|$)/);
      expect(policy).toMatch(/frame-ancestors 'none'/);
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
      expect(page.headers.get('permissions-policy')).toMatch(/camera=\(\)/);
      expect(await page.text()).toContain('<title>Sekisho</title>');
    }
  });

  it('lets browsers keep files whose names hold their hash, and sends them small', async () => {
    const file = await get('/assets/index-4f6h8j2k.js', { 'accept-encoding': 'gzip' });
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('content-encoding')).toBe('gzip');
    expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await file.text()).toContain('export const a');
    const plain = await get('/assets/index-4f6h8j2k.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toHaveLength(2000 + "export const a = '';".length);
  });

  it('is not sent again to a browser that has it', async () => {
    const etag = (await get('/')).headers.get('etag') ?? '';
    expect((await get('/', { 'if-none-match': etag })).status).toBe(304);
  });

  it('has no file that was not built', async () => {
    expect((await get('/assets/other.js')).status).toBe(404);
    expect((await get('/link.txt')).status).toBe(404);
    expect((await get('/.secret.txt')).status).toBe(404);
  });

  it.each([
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/..%5coutside.txt',
    '/assets/%00/index.html',
    '/%c0%ae%c0%ae/outside.txt',
    '//etc/passwd.txt',
  ])('leads nowhere by %s', async (path) => {
    expect(await statusOfRaw(path)).toBe(404);
  });

  it('does not answer in place of an API that is not there', async () => {
    for (const path of ['/api/v9/ops', '/practice/nothing', '/mcp', '/slack/events']) {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
    expect((await fetch(`${door.url}/history`, { method: 'POST' })).status).toBe(404);
  });
});
