import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const script = join(import.meta.dirname, '..', 'scripts', 'refresh-prices.ts');
const list = join(import.meta.dirname, 'fixtures', 'price-list-ap-northeast-1.csv');
const path = '/offers/v1.0/aws/AmazonEC2/current/ap-northeast-1/index.csv';
const old = {
  date: '2026-01-01',
  source: 'a test',
  currency: 'USD',
  regions: { 'ap-northeast-1': { 't3.micro': 0.0136, 't3.small': 0.02, 'x1.gone': 9 } },
};

let folder: string;
let table: string;
let server: Server;
let answer: (url: string) => { readonly status: number; readonly body: string; cut?: boolean };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sekisho prices 価格-'));
  table = join(folder, 'prices.json');
  await writeFile(table, JSON.stringify(old));
  server = createServer((request, response) => {
    const { status, body, cut } = answer(request.url ?? '');
    response.writeHead(status, { 'content-type': 'text/csv' });
    if (cut !== true) return void response.end(body);
    response.write(body, () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true });
});

async function refresh(from = `http://127.0.0.1:${(server.address() as AddressInfo).port}`) {
  const args = [script, '--from', from, '--table', table];
  const done = await run(process.execPath, args).catch((error: unknown) => error);
  const { code = 0, stdout, stderr } = done as { code?: number; stdout: string; stderr: string };
  return { code, stdout, stderr, table: JSON.parse(await readFile(table, 'utf8')) as unknown };
}

describe('npm run prices', { timeout: 60_000 }, () => {
  it('writes the table anew with its date and source, and says what changed', async () => {
    const body = await readFile(list, 'utf8');
    answer = (url) => ({ status: url === path ? 200 : 404, body });
    const { code, stdout, table: fresh } = await refresh();
    expect(code).toBe(0);
    expect(fresh).toEqual({
      date: '2026-10-02',
      source: 'AWS Price List Bulk API (AmazonEC2): Linux, shared tenancy, on demand.',
      currency: 'USD',
      regions: { 'ap-northeast-1': { 't3.micro': 0.0136, 't3.small': 0.0272 } },
    });
    expect(stdout.split('\n')).toEqual([
      'ap-northeast-1 t3.small: $0.02 → $0.0272',
      'ap-northeast-1 x1.gone: $9 → unknown',
      'Prices of 2026-10-02 for ap-northeast-1.',
      '',
    ]);
    expect(await readdir(folder)).toEqual(['prices.json']);
  });

  it('leaves the table as it was when the list breaks off, and says so without a trace', async () => {
    const body = await readFile(list, 'utf8');
    answer = () => ({ status: 200, body, cut: true });
    const { code, stderr, table: kept } = await refresh();
    expect(code).toBe(1);
    expect(stderr).toMatch(/index\.csv broke off: .+\nThe price table stays as it was\.\n$/);
    expect(stderr).not.toContain('    at ');
    expect(kept).toEqual(old);
  });

  it('says that there is no network in one line', async () => {
    answer = () => ({ status: 200, body: '' });
    const { code, stderr, table: kept } = await refresh('http://127.0.0.1:1');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:1\/.+ cannot be reached: .+\n.+stays as it was/);
    expect(kept).toEqual(old);
  });
});
