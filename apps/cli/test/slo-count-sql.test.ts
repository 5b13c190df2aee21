import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { formats, type LogFormat, type Sli } from '@sekisho/counting';
import { compileSql, dialects, filesIn } from '@sekisho/counting/sql';
import { describe, expect, it } from 'vitest';
import { emptyFolder, runCli } from './run-cli.ts';

const sli: Sli = {
  goodWhen: { not: { any: [{ status: [{ from: 500, to: 999 }] }, { slowerThan: 300_000 }] } },
  excludedWhen: { any: [{ field: 'path', matches: ['/health*'] }] },
  filter: { all: [{ field: 'host', matches: ["it's.*"] }] },
};

describe('slo count --sql', { timeout: 60_000 }, () => {
  it('prints the statement of the SLI that its options declare, over the files that it names', async () => {
    const words = ['--slow-after', '300ms', '--exclude-path', '/health*', '--host', "it's.*"];
    const base = ['slo', 'count', '--sql', 'duckdb', '--format', 'alb'];
    const ended = await runCli([...base, ...words, "it's.log", 'logs/']);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const dialect = dialects.duckdb;
    const lines = filesIn.duckdb(["it's.log", 'logs/**/*']);
    const statement = compileSql({ dialect, format: formats.alb as LogFormat, sli, lines });
    expect(ended.stdout.endsWith(`${statement};\n`)).toBe(true);
    const notes = ended.stdout
      .slice(0, -statement.length - 2)
      .trimEnd()
      .split('\n');
    expect(notes.every((line) => line.startsWith('-- '))).toBe(true);
  });

  it('reads all that is in a folder, also where its name ends without a slash', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'logs'));
    const args = ['slo', 'count', '--sql', 'duckdb', '--format', 'alb', '--json'];
    const { sql } = JSON.parse((await runCli([...args, 'logs', 'lone.log'], { cwd })).stdout);
    expect(sql).toContain(filesIn.duckdb(['logs/**/*', 'lone.log']));
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
