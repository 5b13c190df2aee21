import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composite } from '@sekisho/objectives/composite';
import { describe, expect, it } from 'vitest';
import { emptyFolder, linesOf, runCli } from './run-cli.ts';
import { albLine } from './thirty-days.ts';

const slow = 60_000;

const indicator = (name: string, source: string, spec: string) => `      indicator:
        metadata: { name: ${name} }
        spec: { ratioMetric: { rawType: success, raw: { metricSource: { ${source}, spec: ${spec} } } } }
`;
const overLogs = (name: string, path: string, source = 'type: logs') =>
  indicator(name, source, `{ filter: { path: "${path}" }, badWhen: { status: 5xx } }`);

/** Checkout weighs three times as much as search. */
const shop = (search: string, checkout: string) => `apiVersion: openslo/v1
kind: SLO
metadata: { name: shop }
spec:
  service: shop
  timeWindow: [{ duration: 7d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
    - target: 0.9
      compositeWeight: 1
${search}    - target: 0.9
      compositeWeight: 3
${checkout}`;
const byFilter = shop(overLogs('search', '/search*'), overLogs('checkout', '/checkout*'));
const bySource = shop(
  overLogs('search', '*', 'metricSourceRef: search-alb'),
  overLogs('checkout', '*', 'metricSourceRef: checkout-alb'),
);
const sources = ['search-alb', 'checkout-alb']
  .map(
    (name) => `---
apiVersion: openslo/v1
kind: DataSource
metadata: { name: ${name} }
spec: { type: log-files, connectionDetails: { path: logs, format: alb } }
`,
  )
  .join('');

const minute = (path: string, of: number, bad: number) =>
  [...Array(of).keys()]
    .map((at) => albLine(`2026-10-04T00:01:${10 + (at % 50)}Z`, at < bad ? 502 : 200, path))
    .join('');
const [searches, checkouts] = [minute('/search?q=a', 400, 4), minute('/checkout', 40, 2)];
/** What the parts above hold, by the composite's own arithmetic. */
const pure = composite(
  [
    { name: 'search', weight: 1, sli: 0.99, whenMissing: 'ignore' },
    { name: 'checkout', weight: 3, sli: 0.95, whenMissing: 'ignore' },
  ],
  0.1,
);

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const run = (cwd: string, command: string, ...args: readonly string[]) =>
  runCli(['slo', command, ...args], { cwd });

describe('a composite SLO over logs', () => {
  it(
    'is reported as the pure composite, its parts told apart by their filters',
    async () => {
      const cwd = folderWith({ 'slo.yaml': byFilter, 'a.log': searches + checkouts });
      const { code, stdout, stderr } = await run(
        cwd,
        'report',
        'slo.yaml',
        '--logs',
        'a.log',
        '--json',
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const [report, ...more] = JSON.parse(stdout).reports;
      expect(more).toEqual([]);
      expect(report).toMatchObject({ name: 'shop', target: 0.9, sliDefinition: null });
      expect(report.sli).toBeCloseTo(pure.sli ?? 0, 12);
      expect(report.budget.remainingShare).toBeCloseTo(pure.remainingShare ?? 0, 12);
      expect(report.parts).toMatchObject([
        { name: 'search', weight: 1, total: 400, bad: 4, sli: 0.99 },
        { name: 'checkout', weight: 3, total: 40, bad: 2, sli: 0.95, sliDefinition: {} },
      ]);
      const text = await run(cwd, 'report', 'slo.yaml', '--logs', 'a.log', '--html', 'out.html');
      expect(text.stdout).toMatch(/checkout +3 +40 +2 +95\.0000% +0\.5× +38% +94% +100%/);
      expect(text.stdout.replaceAll(/\s+/g, ' ')).toContain('Counts of the whole are weighed');
      expect(linesOf(text.stdout).filter((line) => line.length > 80)).toEqual([]);
    },
    slow,
  );

  it(
    'takes the logs of each data source by its name, and of a part by its own',
    async () => {
      const files = { 'slo.yaml': bySource + sources, 's.log': searches, 'c.log': checkouts };
      const cwd = folderWith(files);
      const logs = ['--logs', 'search-alb=s.log', '--logs', 'checkout=c.log'];
      const replayed = await run(cwd, 'replay', 'slo.yaml', ...logs, '--targets', '90', '--json');
      expect(replayed.stderr).toBe('');
      const [target] = JSON.parse(replayed.stdout).replays[0].targets;
      expect(target.remainingShare).toBeCloseTo(pure.remainingShare ?? 0, 12);
      const suggested = await run(cwd, 'suggest', 'slo.yaml', ...logs, '--targets', '90', '--json');
      const [suggestion] = JSON.parse(suggested.stdout).suggestions;
      expect(suggestion.events).toBeCloseTo(1 / (0.0625 / 400 + 0.5625 / 40), 8);
    },
    slow,
  );

  it.each([
    [
      'says whose logs are wanted where parts are of several data sources',
      bySource + sources,
      ['--logs', 'a.log'],
      'search (search-alb), checkout (checkout-alb). Say whose logs are whose: --logs search=FILES --logs checkout=FILES',
    ],
    [
      'says which part has no logs',
      bySource + sources,
      ['--logs', 'search=a.log'],
      'No logs are named for all that "shop" counts. Add them: --logs checkout=FILES',
    ],
    [
      'says which part the logs hold nothing of',
      shop(overLogs('search', '/search*'), overLogs('checkout', '/pay')),
      ['--logs', 'a.log'],
      'no event that the part "checkout" of "shop" is about (440 lines read)',
    ],
    [
      'refuses a part that is no logs, for the others are not the whole',
      shop(
        overLogs('search', '/search*'),
        indicator('checkout', 'type: prometheus', '{ query: up }'),
      ),
      ['--logs', 'a.log'],
      'slo.yaml:14: the part "checkout" of "shop" is not measured by logs',
    ],
    [
      'reads standard input for one part only',
      byFilter,
      ['--logs', '-', '--format', 'alb'],
      'each part of "shop" counts it anew',
    ],
  ])(
    '%s',
    async (_, slo, args, said) => {
      const cwd = folderWith({ 'slo.yaml': slo, 'a.log': searches + checkouts });
      const { code, stdout, stderr } = await run(cwd, 'report', 'slo.yaml', ...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.replaceAll(/\s+/g, ' ')).toContain(said);
    },
    slow,
  );
});
