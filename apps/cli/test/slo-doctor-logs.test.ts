import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { applied, copied } from './doctor/service.ts';
import { emptyFolder, runCli } from './run-cli.ts';

const patience = 60_000;
const examples = fileURLToPath(new URL('../../../examples/slo/', import.meta.url));

interface Told {
  readonly sources: readonly {
    readonly slis: readonly {
      readonly kind: string;
      readonly counted: object | null;
      readonly suggestedTarget: number | null;
    }[];
    readonly findings: readonly { readonly code: string; readonly severity: string }[];
  }[];
}

/** The parts of a log format of a configuration, as nginx puts them together. */
function formatOf(config: string, name: string): string {
  const [, parts = ''] = new RegExp(`log_format ${name} ([^;]+);`).exec(config) ?? [];
  return [...parts.matchAll(/'([^']*)'/g)].map(([, text = '']) => text).join('');
}

/** The line that nginx would write for a request: 100 an hour, every tenth failed, every fourth slow. */
function lineOf(format: string, index: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const values: Readonly<Record<string, string>> = {
    remote_addr: '192.0.2.7',
    remote_user: '-',
    time_local: `04/Oct/2026:${two(Math.floor(index / 100) % 24)}:${two(Math.floor(index / 2) % 50)}:01 +0000`,
    request: `GET /orders/${index} HTTP/1.1`,
    status: index % 10 === 0 ? '502' : '200',
    body_bytes_sent: '512',
    http_referer: '-',
    http_user_agent: 'Mozilla/5.0 (X11) "quoted"',
    request_time: index % 4 === 0 ? '0.400' : '0.100',
  };
  return format.replace(/\$(\w+)/g, (whole, name: string) => values[name] ?? whole);
}

function written(folder: string): string {
  const format = formatOf(readFileSync(join(folder, 'nginx.conf'), 'utf8'), 'main');
  const lines = Array.from({ length: 2000 }, (_, index) => lineOf(format, index));
  writeFileSync(join(folder, 'access.log'), `${lines.join('\n')}\n`);
  return 'access.log';
}

async function examined(folder: string, args: readonly string[]) {
  const ended = await runCli(['slo', 'doctor', '--json', ...args], { cwd: folder });
  const told = JSON.parse(ended.stdout) as Told;
  const findings = told.sources.flatMap((source) => source.findings);
  return {
    ...ended,
    slis: told.sources.flatMap((source) => source.slis),
    spoils: findings.filter(({ severity }) => severity === 'spoils').map(({ code }) => code),
    codes: findings.map(({ code }) => code),
  };
}

describe('slo doctor on logs', () => {
  it('finds that nginx logs no time, and its patch to the configuration yields latency', {
    timeout: patience,
  }, async () => {
    const folder = copied('nginx.conf');
    const before = await examined(folder, [
      '--logs',
      written(folder),
      '--code',
      '.',
      '--patch',
      'log.patch',
    ]);
    expect(before.code).toBe(0);
    expect(before.spoils).toEqual(['logs-without-latency']);
    expect(before.slis).toMatchObject([
      { kind: 'availability', counted: { good: 1800, bad: 200 } },
    ]);

    applied(folder, 'log.patch');
    const after = await examined(folder, ['--logs', written(folder)]);
    expect(after.spoils).toEqual([]);
    // Failed or slow: 200 + 500 - 100 that are both.
    expect(after.slis).toMatchObject([
      { kind: 'availability', counted: { good: 1800, bad: 200 } },
      { kind: 'latency', within: 0.3, counted: { good: 1400, bad: 600 } },
    ]);
  });

  it('drafts a document that slo report reads, with the target that history suggests', {
    timeout: patience,
  }, async () => {
    const folder = copied('nginx.conf');
    await examined(folder, [
      '--logs',
      written(folder),
      '--document',
      'shop.yaml',
      '--service',
      'shop',
    ]);
    const report = await runCli(['slo', 'report', 'shop.yaml', '--logs', 'access.log', '--json'], {
      cwd: folder,
    });
    expect(report.code).toBe(0);
    const text = readFileSync(join(folder, 'shop.yaml'), 'utf8');
    expect(text).toContain('type: log-files');
    await examined(folder, ['--logs', 'access.log', '--document', 'shop.yaml', '--target', '85']);
    expect(readFileSync(join(folder, 'shop.yaml'), 'utf8')).toContain('target: 0.85');
  });

  it('drafts what history kept where that is far below the usual target, and says so', {
    timeout: patience,
  }, async () => {
    const folder = emptyFolder();
    const lines = Array.from({ length: 3000 }, (_, index) =>
      JSON.stringify({
        time: new Date(Date.UTC(2026, 9, 4, 0, index)).toISOString(),
        ...{ status: 200, latency: index % 10 < 3 ? 2 : 0.1, path: '/orders' },
      }),
    );
    writeFileSync(join(folder, 'app.jsonl'), lines.join('\n'));
    const asked = ['--logs', 'app.jsonl', '--document', 'services/shop.yaml', '--target', '99'];
    mkdirSync(join(folder, 'services'));
    // What is asked for goes before what history kept, which is still told.
    const told = await examined(folder, asked);
    const draft = () => readFileSync(join(folder, 'services/shop.yaml'), 'utf8');
    expect(told.codes).toContain('too-slow');
    expect(draft().match(/target: .*/g)).toEqual(['target: 0.99', 'target: 0.99']);

    const { slis, ...usual } = await examined(folder, asked.slice(0, -2));
    expect(slis.map((sli) => sli.suggestedTarget)).toEqual([0.999, 0.65]);
    expect(usual.stdout).toContain('70% of 3,000 requests were answered well within 0.3 s');
    expect(draft()).toContain('target: 0.65\n');
    // Alerts that 30 % of errors can never reach are refused: the draft names those that can fire.
    cpSync(join(examples, 'sekisho.yaml'), join(folder, 'sekisho.yaml'));
    const checked = await runCli(['check'], { cwd: folder });
    expect(checked).toMatchObject({ code: 0, stderr: '' });

    // Where most is slow no target promises anything, and none is drafted.
    const strict = await examined(folder, [...asked.slice(0, -2), '--slow-after', '50ms']);
    expect(strict.codes).toContain('mostly-slow');
    expect(strict.slis.map((sli) => sli.suggestedTarget)).toEqual([0.999, null]);
    expect(draft().match(/target: .*/g)).toEqual(['target: 0.999']);
  });

  it('suggests no more than so little traffic can keep', { timeout: patience }, async () => {
    const folder = emptyFolder();
    // One request a minute, none of which fails: 1500 prove 99.5 %, 1440 in a day keep 99 %.
    const lines = Array.from({ length: 1500 }, (_, index) =>
      JSON.stringify({
        time: new Date(Date.UTC(2026, 9, 4, 0, index)).toISOString(),
        ...{ status: 200, latency: 0.1, path: '/orders' },
      }),
    );
    writeFileSync(join(folder, 'app.jsonl'), lines.join('\n'));
    const ended = await examined(folder, ['--logs', 'app.jsonl', '--window', '1d']);
    expect(ended.codes).toEqual(['too-little-traffic']);
    expect(ended.slis.map((sli) => sli.suggestedTarget)).toEqual([0.99, 0.99]);
  });

  it('says that failures alone are no SLI', { timeout: patience }, async () => {
    const folder = emptyFolder();
    const lines = Array.from({ length: 40 }, (_, index) =>
      JSON.stringify({
        time: `2026-10-04T0${index % 10}:00:00Z`,
        status: 500 + (index % 4),
        latency: 0.1,
      }),
    );
    writeFileSync(join(folder, 'errors.jsonl'), lines.join('\n'));
    const ended = await examined(folder, ['--logs', 'errors.jsonl']);
    expect([ended.code, ended.slis]).toEqual([4, []]);
    expect(ended.spoils).toContain('only-failures-logged');
  });

  it('doubts logs that are sampled, mostly health checks, and half unread', {
    timeout: patience,
  }, async () => {
    const folder = emptyFolder();
    const lines = Array.from({ length: 1000 }, (_, index) => {
      const path = index % 10 === 0 ? '/orders' : '/healthz';
      const time = `2026-10-04T0${index % 10}:00:00Z`;
      return JSON.stringify({ time, status: 200, latency: 1, path, sample_rate: 10 });
    });
    writeFileSync(join(folder, 'app.jsonl'), `${lines.join('\n')}\nnot JSON\n`);
    const ended = await examined(folder, ['--logs', 'app.jsonl', '--format', 'jsonl']);
    for (const code of [
      'sampled-logs',
      'health-checks',
      'unparsed-lines',
      'coarse-latency',
      'too-little-traffic',
    ])
      expect(ended.codes).toContain(code);
  });

  it('tells GraphQL behind 200 from answers that were logged', { timeout: patience }, async () => {
    const folder = emptyFolder();
    const answer = (body: object) =>
      JSON.stringify({ status: 200, contentType: 'application/json', body: JSON.stringify(body) });
    const failed = answer({ data: null, errors: [{ message: 'no database' }] });
    const lines = [...Array<string>(9).fill(answer({ data: { a: 1 } })), failed, '{"status":200}'];
    writeFileSync(join(folder, 'answers.jsonl'), lines.join('\n'));
    const ended = await examined(folder, ['--graphql', 'answers.jsonl']);
    expect(ended.code).toBe(0);
    expect(ended.codes.toSorted()).toEqual([
      'bad-samples',
      'errors-without-code',
      'graphql-behind-200',
      'unnamed-operations',
    ]);
    expect(ended.slis).toMatchObject([{ kind: 'availability', counted: { good: 9, bad: 1 } }]);
  });
});
