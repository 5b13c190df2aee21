import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, linesOf, runCli } from './run-cli.ts';
import { albLine, thirtyDays } from './thirty-days.ts';

const slow = 60_000;

/** A folder with a month of logs and some files. */
function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'logs'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

function monthIn(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith(files);
  for (const [day, text] of thirtyDays().entries())
    writeFileSync(join(folder, 'logs', `day-${day}.log`), text);
  return folder;
}

const minuteOfLogs = [...Array(40).keys()]
  .map((second) => albLine(`2026-10-04T00:01:${String(second + 10)}Z`, second < 4 ? 502 : 200))
  .join('');

const slo = (spec: string, more = '') => `apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout }
spec:
  service: shop
  indicator:
    metadata: { name: checkout }
    spec:
      ratioMetric:
        rawType: success
        raw:
          metricSource:
            type: logs
            spec:
${spec}
  timeWindow: [{ duration: 7d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.99 }]
${more}`;

const paths = `              filter: { path: /api/* }
              badWhen: { any: [{ status: 5xx }, { slowerThan: 1s }] }
              routes: [{ name: orders, when: { path: /api/orders } }]`;

describe('slo report', () => {
  it(
    'needs only logs: it says the SLI, the budget, the pages, and what it assumed',
    async () => {
      const cwd = monthIn();
      const ended = await runCli(['slo', 'report', '--logs', 'logs/*.log'], { cwd });
      expect(ended.code).toBe(0);
      expect(ended.stderr).toContain('No SLO file was named: 99.9% over 30 d');
      expect(ended.stdout).toContain('99% of the window, 1 gap');
      expect(ended.stdout).toMatch(/error budget {5}−\d+%: overspent/);
      expect(ended.stdout).toMatch(/page {4}Sep 10 14:\d\d JST {2}for .* fast burn/);
      expect(ended.stdout).toMatch(/In 1 h \d+ of \d+ failed \([\d.]+%\): the budget burned at/);
      expect(ended.stdout).toContain('Held back by the low-traffic guard: ');
      expect(ended.stdout).toMatch(/100% █+░+ −\d+%/);
      expect(linesOf(ended.stdout).filter((line) => line.length > 80)).toEqual([]);
      expect(ended.stdout).not.toContain('\u001b');
    },
    slow,
  );

  it(
    'takes time that was not measured as the SLO declares it, within the logs only, and says so',
    async () => {
      // Ten requests a minute from 1:00 to 4:00, and nothing logged from 2:00 to 3:00.
      const lines = [...Array(180).keys()].flatMap((at) => {
        const minute = `${1 + Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
        const line = albLine(`2026-10-04T0${minute}:10Z`, 200);
        return at >= 60 && at < 120 ? [] : Array<string>(10).fill(line);
      });
      const annotated = (policy: string) =>
        slo('              badWhen: { status: 5xx }').replace(
          '{ name: checkout }',
          `{ name: checkout, annotations: { sekisho.dev/missing: ${policy} } }`,
        );
      const cwd = folderWith({
        'bad.yaml': annotated('bad'),
        'freeze.yaml': annotated('freeze'),
        'odd.yaml': annotated('ignore'),
      });
      writeFileSync(join(cwd, 'logs', 'day.log'), lines.join(''));
      const told = (command: string, file: string, ...more: readonly string[]) =>
        runCli(['slo', command, file, '--logs', 'logs/day.log', ...more], { cwd });
      const [bad] = JSON.parse((await told('report', 'bad.yaml', '--json')).stdout).reports;
      expect(bad).toMatchObject({
        ...{ missing: 'bad', total: 1800, bad: 600 },
        coverage: { knownMinutes: 180, measuredMinutes: 120, assumed: 600 },
      });
      const text = await told('replay', 'bad.yaml', '--targets', '99');
      expect(text.stdout).toContain('1 h of that time hold no line: counted as bad');
      const frozen = await told('report', 'freeze.yaml');
      expect(frozen.stdout).toContain('1 gap left out, and nothing is judged meanwhile');
      expect(frozen.stdout).toContain('100.0000%');
      const odd = await told('report', 'odd.yaml');
      expect([odd.code, odd.stdout]).toEqual([2, '']);
      expect(odd.stderr).toContain('odd.yaml:3: sekisho.dev/missing of "checkout" is none of good');
    },
    slow,
  );

  it(
    'counts what the document declares, by route, against its own target and window',
    async () => {
      const cwd = monthIn({ 'slo.yaml': slo(paths) });
      const args = ['slo', 'report', 'slo.yaml', '--logs', 'logs', '--json'];
      const { code, stdout, stderr } = await runCli(args, { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const [report] = JSON.parse(stdout).reports;
      expect(report).toMatchObject({
        ...{ name: 'checkout', service: 'shop', target: 0.99, sliAssumed: false },
        window: { kind: 'rolling', minutes: 7 * 1440 },
        logs: { to: '2026-10-01T00:00:00Z' },
        budget: { windowFull: true },
        pages: [expect.objectContaining({ alert: 'burn-page' })],
      });
      expect(report.routes.map(({ name }: { name: string }) => name).toSorted()).toEqual([
        'orders',
        'other',
      ]);
      const counted = await runCli(
        ['slo', 'count', '--json', '--path', '/api/*', '--slow-after', '1s', 'logs'],
        { cwd },
      );
      const recent = JSON.parse(counted.stdout).minutes.filter(
        ({ minute }: { minute: string }) => minute >= '2026-09-24T00:00:00Z',
      );
      const sum = (key: string) =>
        recent.reduce((all: number, each: Record<string, number>) => all + (each[key] ?? 0), 0);
      expect({ total: report.total, bad: report.bad }).toEqual({
        total: sum('total'),
        bad: sum('bad'),
      });
    },
    slow,
  );

  it(
    'reads standard input, and lets options change target, window and SLI',
    async () => {
      const args = ['slo', 'report', '--logs', '-', '--format', 'alb', '--json', '--target', '95%'];
      const ended = await runCli([...args, '--window', '1d', '--bad-status', '2xx'], {
        stdin: minuteOfLogs,
      });
      expect(JSON.parse(ended.stdout).reports).toMatchObject([
        {
          name: null,
          target: 0.95,
          window: { minutes: 1440 },
          total: 40,
          bad: 36,
          sliAssumed: true,
        },
      ]);
    },
    slow,
  );

  it(
    'uses the default SLI where the metric is not of logs, and says so',
    async () => {
      const sloth =
        'version: prometheus/v1\nservice: shop\nslos:\n  - { name: web, objective: 99, sli: { events: { error_query: "a[{{.window}}]", total_query: "b[{{.window}}]" } }, alerting: { name: A } }\n';
      const cwd = folderWith({ 'sloth.yml': sloth, 'a.log': minuteOfLogs });
      const ended = await runCli(
        ['slo', 'report', 'sloth.yml', '--logs', 'a.log', '--lang', 'ja'],
        {
          cwd,
        },
      );
      expect(ended.code).toBe(0);
      expect(ended.stderr).toContain('「web」の指標はログではないため');
      expect(ended.stdout).toContain('90.0000%');
      expect(ended.stdout).toContain('超過。許容 0.4 件に対して失敗 4 件');
    },
    slow,
  );

  it(
    'keeps hostile names and lines from the terminal',
    async () => {
      const routes = `              goodWhen: { status: 2xx }
              routes: [{ name: "\\e[31mred\\u202e", when: { path: "*" } }]`;
      const cwd = folderWith({ 'slo.yaml': slo(routes), 'a.log': minuteOfLogs });
      const ended = await runCli(['slo', 'report', 'slo.yaml', '--logs', 'a.log'], { cwd });
      expect(ended.code).toBe(0);
      expect(ended.stdout).toContain('red');
      expect(ended.stdout).not.toMatch(/[\u001b\u202e]/);
    },
    slow,
  );

  it(
    'writes one file of HTML that fetches and runs nothing, whatever the names in it',
    async () => {
      const routes = `              goodWhen: { status: 2xx }
              routes: [{ name: "</style><script>alert('x')</script>&\\e[0m\\u202e", when: { path: "*" } }]`;
      const cwd = monthIn({
        'slo.yaml': slo(routes).replace('service: shop', 'service: <img src=x>'),
      });
      const args = ['slo', 'report', 'slo.yaml', '--logs', 'logs', '--html'];
      const ended = await runCli([...args, 'out.html', '--lang', 'ja'], { cwd });
      expect(ended.stderr).toContain('レポートを out.html に書きました。');
      const html = readFileSync(join(cwd, 'out.html'), 'utf8');
      expect(html.slice(0, 40)).toContain('<html lang="ja">');
      const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
      const css = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
      const hash = createHash('sha256').update(css).digest('base64');
      expect(policy).toBe(
        `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
      );
      expect(
        html.includes('&#60;/style&#62;&#60;script&#62;alert(&#39;x&#39;)&#60;/script&#62;&#38;'),
      ).toBe(true);
      expect(
        /<script|<img|<link|style=|\son\w+=|@import|(src|href)=["']|https?:|[\u001b\u202e]/.exec(
          html,
        )?.[0],
      ).toBeUndefined();
      expect(/NaN|undefined|Infinity|null/.exec(html)?.[0]).toBeUndefined();
      const marks = (mark: string) => html.split(`>${mark}<title>`).length - 1;
      expect(marks('▲')).toBe(html.split('<li class="is-page">').length - 1);
      expect(marks('▲')).toBeGreaterThan(0);
      expect(html.includes('class="hole"')).toBe(true);
      const little = [
        'slo',
        'report',
        '--logs',
        '-',
        '--format',
        'alb',
        '--html',
        'absent/out.html',
      ];
      const unwritable = await runCli(little, { cwd, stdin: minuteOfLogs });
      expect(unwritable).toMatchObject({ code: 2 });
      expect(unwritable.stderr).toContain('absent/out.html cannot be written (ENOENT)');
    },
    slow,
  );

  it.each([
    [['slo.yaml'], 'Which logs? Name files, folders or patterns: sekisho slo report --logs'],
    [['--logs', 'a.log', '--target', '100'], '--target takes percent above 0 and below 100'],
    [['--logs', 'a.log', '--window', 'soon'], '--window takes whole minutes'],
    [['--logs', 'a.log', '--path', '/absent'], 'no event that "SLO" is about (40 lines read)'],
    [
      ['bad.yaml', '--logs', 'a.log'],
      'bad.yaml:15:27 spec.indicator.spec.ratioMetric.raw.metricSource.spec.goodWhen.stats: "stats" is not known here.',
    ],
    [['service.yaml', '--logs', 'a.log'], 'service.yaml holds no SLO'],
    [['slo.yaml', '--logs', 'a.log', '--slo', 'x'], 'no SLO "x" here. Choose from: checkout'],
    [['two.yaml', '--logs', '-', '--format', 'alb'], 'Standard input can be read only once'],
  ])(
    'refuses %j and says what to do',
    async (args, said) => {
      const bad = slo('              goodWhen: { stats: 500, status: 6x }');
      const other = slo('              goodWhen: { status: 2xx }').replaceAll('checkout', 'two');
      const cwd = folderWith({
        'slo.yaml': slo(paths),
        'bad.yaml': bad,
        'two.yaml': `${slo(paths)}---\n${other}`,
        'service.yaml': 'apiVersion: openslo/v1\nkind: Service\nmetadata: { name: a }\nspec: {}\n',
        'a.log': minuteOfLogs,
      });
      const ended = await runCli(['slo', 'report', ...args], { cwd, stdin: minuteOfLogs });
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toContain(said);
    },
    slow,
  );
});
