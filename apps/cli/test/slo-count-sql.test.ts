import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { emptyFolder, runCli } from './run-cli.ts';

const line = (time: string, status: number, path = '/api/items?q=1', seconds = '0.100') =>
  `h2 ${time} app/web/1 203.0.113.9:5000 10.0.0.1:80 0.000 ${seconds} 0.000 ${status} ${status} 34 366 "GET https://www.example.com:443${path} HTTP/2.0" "curl" - - arn "Root=1"\n`;

const log = [
  line('2026-10-04T00:01:00.000001Z', 200),
  line('2026-10-04T00:01:59.999999Z', 502),
  '\n',
  'not a log line\n',
  line('2026-10-04T00:00:30Z', 404, '/healthz'),
  line('2026-10-04T00:03:00.5Z', 200, '/api/slow', '0.301'),
].join('');

const options = ['--format', 'alb', '--slow-after', '300ms', '--exclude-path', '/health*'];

async function rowsOf(sql: string) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows as Record<string, unknown>[];
}

describe('slo count --sql', () => {
  it('prints a statement that counts what the command itself counts', async () => {
    const cwd = emptyFolder();
    const file = join(cwd, "it's.log");
    writeFileSync(file, log);
    const here = await runCli(['slo', 'count', ...options, '--json', file], { cwd });
    const printed = await runCli(['slo', 'count', ...options, '--sql', 'duckdb', file], { cwd });
    expect(printed).toMatchObject({ code: 0, stderr: '' });
    const rows = await rowsOf(printed.stdout);
    const { minutes, unparsed } = JSON.parse(here.stdout);
    const counted = rows.map(({ minute, total, good, bad, excluded }) => ({
      minute,
      total: Number(total),
      good: Number(good),
      bad: Number(bad),
      excluded: Number(excluded),
    }));
    expect(counted.slice(0, -1)).toEqual(minutes);
    expect(rows.at(-1)).toMatchObject({ minute: null, unparsed: String(unparsed) });
  });

  it("says in the reader's language what the rows are and how the table is made", async () => {
    const args = ['slo', 'count', '--sql', 'athena', '--format', 'alb', '--table', 'logs.alb'];
    const { stdout } = await runCli(args, { env: { LANG: 'ja_JP.UTF-8' } });
    expect(stdout).toMatch(/^-- minute は UTC。/);
    expect(stdout).toContain('-- CREATE EXTERNAL TABLE');
    expect(stdout).toContain('FROM "logs"."alb"');
    expect(stdout.trimEnd().endsWith(';')).toBe(true);
  });

  it('reads files and addresses by ClickHouse, and answers as JSON', async () => {
    const base = ['slo', 'count', '--sql', 'clickhouse', '--format', 'combined', '--json'];
    const file = JSON.parse((await runCli([...base, "logs/it's/*.gz"])).stdout);
    expect(file).toMatchObject({ engine: 'clickhouse' });
    expect(file.sql).toContain("FROM file('logs/it\\'s/*.gz', 'LineAsString')");
    const store = JSON.parse((await runCli([...base, 'https://b.s3.amazonaws.com/*'])).stdout);
    expect(store.sql).toContain("FROM s3('https://b.s3.amazonaws.com/*', 'LineAsString')");
  });

  it.each([
    [['--sql', 'oracle', '--format', 'alb', 'x'], 'clickhouse'],
    [['--sql', 'duckdb', 'x'], '--format alb, clb'],
    [['--sql', 'duckdb', '--format', 'jsonl', 'x'], 'No SQL reads jsonl'],
    [['--sql', 'duckdb', '--format', 'alb'], 'Where are the lines?'],
    [['--sql', 'clickhouse', '--format', 'alb', 'a', 'b'], 'Where are the lines?'],
    [['--sql', 'athena', '--format', 'alb', 'a'], '--table logs.alb_lines'],
    [['--sql', 'athena', '--format', 'alb', '--table', ' '], '--table logs.alb_lines'],
    [['--sql', 'athena', '--format', 'alb', '--table', 't', 'a'], 'either files or --table'],
    [['--sql', 'athena', '--format', 'alb', '--bad-status', 'x', '--table', 't'], '--bad-status'],
  ])('refuses %j and says what to write', async (args, sentence) => {
    const ended = await runCli(['slo', 'count', ...args]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(sentence);
  });
});
