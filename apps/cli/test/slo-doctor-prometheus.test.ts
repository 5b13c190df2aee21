import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyFolder, runCli } from './run-cli.ts';

const patience = 60_000;
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A series now, and what it was an hour ago. */
interface Series {
  readonly metric: Readonly<Record<string, string>>;
  readonly now: number;
  readonly before: number;
}

/** Answers as Prometheus' HTTP API does; the first query is of now, the second of an hour ago. */
async function prometheus(series: readonly Series[], types: object): Promise<string> {
  let queries = 0;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const send = (data: unknown) => response.end(JSON.stringify({ status: 'success', data }));
    if (pathname === '/prom/api/v1/metadata') return send(types);
    queries += 1;
    const time = Number(searchParams.get('time'));
    const result = series.map(({ metric, now, before }) => ({
      metric,
      value: [time, String(queries === 1 ? now : before)],
    }));
    return send({ resultType: 'vector', result });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/prom`;
}

const requests = (code: string, now: number, before: number): Series => ({
  metric: { __name__: 'http_requests_total', job: 'checkout', code },
  now,
  before,
});

async function examined(series: readonly Series[], args: readonly string[] = []) {
  const url = await prometheus(series, { http_requests_total: [{ type: 'counter' }] });
  const words = ['slo', 'doctor', '--prometheus', url, '--match', '{job="checkout"}', '--json'];
  const cwd = emptyFolder();
  const ended = await runCli([...words, ...args], { cwd });
  const { sources } = JSON.parse(ended.stdout) as {
    sources: { slis: { counted: object }[]; findings: { code: string; severity: string }[] }[];
  };
  return { ...ended, cwd, slis: sources[0]?.slis, findings: sources[0]?.findings };
}

describe('slo doctor on Prometheus', () => {
  it('counts the last hour, and drafts a document that passes the check of services', {
    timeout: patience,
  }, async () => {
    const series = [requests('200', 90_000, 40_000), requests('500', 120, 20)];
    const { code, slis, cwd } = await examined(series, [
      '--service',
      'Check Out',
      '--document',
      'slo.yaml',
    ]);
    expect(code).toBe(0);
    expect(slis).toMatchObject([{ counted: { good: 50_000, bad: 100 } }]);
    const text = readFileSync(join(cwd, 'slo.yaml'), 'utf8');
    expect(text).toContain('name: check-out-answers');
    const read = await runCli(['slo', 'convert', '--to', 'openslo/v1', '--strict', 'slo.yaml'], {
      cwd,
    });
    expect([read.code, read.stderr]).toEqual([0, '']);
  });

  it('finds a counter that falls although nothing restarted, and none where the process did', {
    timeout: patience,
  }, async () => {
    const start = (now: number): Series => ({
      metric: { __name__: 'process_start_time_seconds', job: 'checkout' },
      now,
      before: 1000,
    });
    const falling = [requests('200', 90_000, 40_000), requests('500', 3, 20)];
    const same = await examined([...falling, start(1000)]);
    expect(same.findings).toMatchObject([{ code: 'counter-falls', severity: 'spoils' }]);
    expect(same.code).toBe(4);
    const again = await examined([...falling, start(2000)]);
    expect(again.code).toBe(0);
  });

  it('says what it needs, in the reader’s language, and which address does not answer', {
    timeout: patience,
  }, async () => {
    const none = await runCli(['slo', 'doctor'], { env: { LANG: 'ja_JP.UTF-8' } });
    expect([none.code, none.stderr]).toEqual([
      2,
      expect.stringContaining('調べる対象を指定してください'),
    ]);
    const all = await runCli(['slo', 'doctor', '--prometheus', 'http://127.0.0.1:9/']);
    expect([all.code, all.stderr]).toEqual([2, expect.stringContaining('--match')]);
    const gone = await runCli(['slo', 'doctor', 'http://user:secret@127.0.0.1:9/metrics']);
    expect(gone.code).toBe(5);
    expect(gone.stderr).not.toContain('secret');
  });

  it('lets nothing from an endpoint command the terminal', { timeout: patience }, async () => {
    const cwd = emptyFolder();
    const evil =
      'http_requests_total{path="\u001b]0;owned\u0007/a",x="\u202e"} 3\nbad\u001b[2J line\n';
    writeFileSync(join(cwd, 'm.prom'), `# TYPE http_requests_total counter\n${evil}`);
    const { code, stdout } = await runCli(['slo', 'doctor', 'm.prom'], { cwd });
    expect(code).toBe(4);
    expect(stdout).not.toMatch(/[\u001b\u0007\u202e]/);
  });
});
