import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { emptyFolder, runCli } from './run-cli.ts';

const line = (time: string, status: string | number, path = '/api/items?q=1', seconds = '0.100') =>
  `h2 ${time} app/web/1 203.0.113.9:5000 10.0.0.1:80 0.000 ${seconds} 0.000 ${status} ${status} 34 366 "GET https://www.example.com:443${path} HTTP/2.0" "curl" - - arn "Root=1" "www.example.com"\n`;

const log = [
  line('2026-10-04T00:01:00.000001Z', 200),
  line('2026-10-04T00:01:59.999999Z', 502),
  '\n',
  'not a log line\n',
  line('2026-10-04T00:00:30Z', 404, '/healthz'),
  line('2026-10-04T00:03:00.5Z', 200, '/api/slow', '0.301'),
].join('');

function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

async function countJson(cwd: string, ...args: readonly string[]) {
  const ended = await runCli(['slo', 'count', '--format', 'alb', '--json', ...args], { cwd });
  return { ...ended, data: JSON.parse(ended.stdout) };
}

describe('slo count --json', () => {
  it('prints lines, unparsed, minutes in UTC and totals, and nothing else', async () => {
    const { code, data, stderr } = await countJson(folderWith({ 'a.log': log }), 'a.log');
    expect(code).toBe(0);
    expect(data).toEqual({
      lines: 5,
      unparsed: 1,
      minutes: [
        { minute: '2026-10-04T00:00:00Z', total: 1, good: 1, bad: 0, excluded: 0 },
        { minute: '2026-10-04T00:01:00Z', total: 2, good: 1, bad: 1, excluded: 0 },
        { minute: '2026-10-04T00:03:00Z', total: 1, good: 1, bad: 0, excluded: 0 },
      ],
      totals: { total: 4, good: 3, bad: 1, excluded: 0 },
    });
    expect(stderr).toContain('1 of 5 lines could not be counted');
    expect(stderr).toContain('a.log:4 not a log line');
  });

  it.each([
    [['--bad-status', '4xx,502'], { total: 4, good: 2, bad: 2, excluded: 0 }],
    [
      ['--bad-status', '404', '--bad-status', '200-299'],
      { total: 4, good: 1, bad: 3, excluded: 0 },
    ],
    [['--slow-after', '300ms'], { total: 4, good: 2, bad: 2, excluded: 0 }],
    [['--slow-after', '0.301s'], { total: 4, good: 3, bad: 1, excluded: 0 }],
    [['--exclude-status', '502'], { total: 4, good: 3, bad: 0, excluded: 1 }],
    [['--exclude-path', '/health*'], { total: 4, good: 2, bad: 1, excluded: 1 }],
    [['--path', '/api/*'], { total: 3, good: 2, bad: 1, excluded: 0 }],
    [['--path', '/api/????', '--path', '/healthz'], { total: 2, good: 2, bad: 0, excluded: 0 }],
    [['--host', 'www.*', '--method', 'POST'], { total: 0, good: 0, bad: 0, excluded: 0 }],
  ])('counts with %j', async (args, totals) => {
    const { data } = await countJson(folderWith({ 'a.log': log }), 'a.log', ...args);
    expect(data.totals).toEqual(totals);
    expect(data.lines).toBe(5);
  });

  it('adds files up once each, whatever they are called by: pattern, folder, link, compression, standard input', async () => {
    const cwd = folderWith({
      'logs/a.log': log,
      'logs/day/b.log.gz': Buffer.concat([gzipSync(log.slice(0, 300)), gzipSync(log.slice(300))]),
      'logs/day/c.zst': zstdCompressSync(log),
      'logs/.hidden': 'not counted',
    });
    symlinkSync(join(cwd, 'logs/a.log'), join(cwd, 'logs/link'));
    symlinkSync(join(cwd, 'logs'), join(cwd, 'logs/day/back'));
    symlinkSync(join(cwd, 'gone'), join(cwd, 'logs/current'));
    const all = await countJson(cwd, 'logs', 'logs/**/*.gz', 'logs/a.log', './logs/link');
    expect(all.data).toMatchObject({ lines: 15, unparsed: 3, totals: { total: 12, bad: 3 } });
    const piped = await runCli(['slo', 'count', '--format', 'alb', '--json', '-'], {
      cwd,
      stdin: log,
    });
    expect(JSON.parse(piped.stdout)).toMatchObject({ lines: 5, totals: { total: 4 } });
  });

  it('waits for standard input that comes slower than it is read', async () => {
    const stdin = log.repeat(10_000);
    const piped = await runCli(['slo', 'count', '--format', 'alb', '--json', '-'], { stdin });
    expect(piped).toMatchObject({ code: 0 });
    expect(JSON.parse(piped.stdout)).toMatchObject({ lines: 50_000, totals: { bad: 10_000 } });
  });

  it('counts what a damaged file holds before the damage, names it, and fails', async () => {
    const broken = gzipSync(log);
    broken.writeUInt8((broken.at(-6) ?? 0) ^ 1, broken.length - 6);
    const cwd = folderWith({ 'broken.gz': broken, 'good.log': log });
    const { code, data, stderr } = await countJson(cwd, 'broken.gz', 'good.log');
    expect(code).toBe(2);
    expect(data).toMatchObject({ lines: 10 });
    expect(stderr).toContain('broken.gz could not be read to its end');
  });

  it('makes a line that cannot be counted an error with --strict', async () => {
    const cwd = folderWith({ 'a.log': log, 'good.log': line('2026-10-04T00:01:00Z', 200) });
    expect(await countJson(cwd, 'a.log', '--strict')).toMatchObject({ code: 2 });
    expect(await countJson(cwd, 'good.log', '--strict')).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('slo count', () => {
  it('finds the format out when it is certain, and asks when it is not', async () => {
    const cwd = folderWith({
      'alb.gz': gzipSync(line('2026-10-04T00:01:00Z', 500)),
      'access.log': '::1 - - [04/Oct/2026:09:01:02 +0900] "GET / HTTP/1.1" 500 1 "-" "a"\n',
      'odd.log': 'hello\n',
    });
    for (const file of ['alb.gz', 'access.log']) {
      const ended = await runCli(['slo', 'count', '--json', file], { cwd });
      expect(JSON.parse(ended.stdout)).toMatchObject({
        minutes: [{ minute: '2026-10-04T00:01:00Z', total: 1, bad: 1 }],
      });
    }
    const odd = await runCli(['slo', 'count', '--json', 'odd.log'], { cwd });
    expect(odd).toMatchObject({ code: 2, stdout: '' });
    expect(odd.stderr).toContain('The format of odd.log is not certain. Say it: --format alb, clb');
  });

  it('reads JSON of any schema by the paths of its fields', async () => {
    const event = { at: 1791072062, res: { code: 200 }, took: 301, url: { path: '/api' } };
    const cwd = folderWith({ 'a.jsonl': `${JSON.stringify(event)}\n` });
    const args = [
      'slo',
      'count',
      '--format',
      'jsonl',
      '--json',
      '--slow-after',
      '300ms',
      'a.jsonl',
    ];
    const names = ['time=at', 'status=res.code', 'latency=took:ms', 'path=url.path'];
    const fields = names.flatMap((name) => ['--field', name]);
    const ended = await runCli([...args, ...fields, '--path', '/api'], { cwd });
    expect(JSON.parse(ended.stdout)).toMatchObject({ unparsed: 0, totals: { total: 1, bad: 1 } });
    const wrong = await runCli([...args, '--field', 'state=x'], { cwd });
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('--field takes one of time, status, latency');
    const fixed = await runCli(['slo', 'count', '--field', 'time=at', 'a.jsonl'], { cwd });
    expect(fixed.stderr).toContain('add --format ltsv or --format jsonl');
  });

  it('shows people the SLI without rounding up, the worst minutes and why lines were not counted', async () => {
    const cwd = folderWith({ 'a.log': `${log}\u001b[31mred\u001b[0m\n` });
    const { code, stdout } = await runCli(['slo', 'count', '--format', 'alb', 'a.log'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('75.0000%');
    expect(stdout).toMatch(/minutes with events +3 \/ 4/);
    expect(stdout).toMatch(/2026-10-04T00:01:00Z +2 +1 +50\.0000%/);
    expect(stdout).toMatch(/no valid time +1 +a\.log:4 +not a log line/);
    expect(stdout).not.toContain('\u001b');
    const japanese = await runCli(['slo', 'count', '--format', 'alb', '--lang', 'ja', 'a.log'], {
      cwd,
    });
    expect(japanese.stdout).toContain('不良');
  });

  it.each([
    [['--bad-status', '6000', 'a.log'], '--bad-status takes statuses such as 5xx, 429 or 500-599'],
    [['--bad-status', '599-500', 'a.log'], '"599-500"'],
    [['--exclude-status', '200,,300', 'a.log'], '""'],
    [['--slow-after', '300', 'a.log'], '--slow-after takes a time such as 300ms'],
    [['--slow-after', '0ms', 'a.log'], '"0ms"'],
    [['--path', '', 'a.log'], '--path needs a pattern'],
    [[], 'Which logs?'],
    [['absent.log'], 'absent.log cannot be read (ENOENT)'],
    [['folder'], 'There is no file at folder'],
    [['a.log', '*.absent'], 'There is no file at *.absent'],
  ])('refuses %j and says what to write', async (args, said) => {
    const cwd = folderWith({ 'a.log': log, 'folder/.hidden': log });
    const ended = await runCli(['slo', 'count', '--format', 'alb', '--json', ...args], { cwd });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(said);
  });
});
