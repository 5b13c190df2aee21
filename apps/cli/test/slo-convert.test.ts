import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, linesOf, runCli } from './run-cli.ts';

const slo = `apiVersion: openslo/v1alpha
kind: SLO
metadata: { name: shop }
spec:
  service: shop
  indicator: { thresholdMetric: { source: a, queryType: promql, query: "up\\e[31m" } }
  timeWindows: [{ unit: Second, count: 90, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.9, op: lt, value: 1 }]
`;

function fileOf(text: string): string {
  const file = join(emptyFolder(), 'slo.yaml');
  writeFileSync(file, text);
  return file;
}

it('converts to YAML on standard output, and names each change on standard error', async () => {
  const file = fileOf(slo);
  const ended = await runCli(['slo', 'convert', '--to', 'openslo/v1', file]);
  expect(ended.code).toBe(0);
  expect(ended.stdout).toContain('apiVersion: openslo/v1\nkind: SLO\n');
  expect(ended.stdout).toContain('duration: 2m');
  expect(ended.stdout).not.toContain('\u001b');
  expect(linesOf(ended.stderr)).toEqual([
    `${file}:6:3 spec.indicator (added): openslo/v1 needs "indicator.metadata.name", and nothing here says it. shop was written; check it.`,
    `${file}:7:19 spec.timeWindows[0].unit (changed): 90 Second is no whole number of minutes. It was rounded up to 2m.`,
  ]);
});

it('with --strict writes nothing when something would be changed', async () => {
  const args = ['slo', 'convert', '--to', 'openslo/v1', '--strict', '-'];
  const ended = await runCli(args, { stdin: slo });
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(linesOf(ended.stderr)).toHaveLength(3);
  expect(ended.stderr).toContain('--strict');
});

it('writes v1alpha of a spec of Sloth so that rules can be made of it', async () => {
  const spec = `version: prometheus/v1
service: shop
slos:
  - name: answers
    objective: 99.9
    sli: { events: { error_query: "sum(rate(e[{{.window}}]))", total_query: "sum(rate(t[{{.window}}]))" } }
    alerting: { name: ShopAnswers }
`;
  const alpha = await runCli(['slo', 'convert', '--to', 'openslo/v1alpha', fileOf(spec)]);
  const rules = await runCli(['slo', 'rules', '-'], { stdin: alpha.stdout });
  expect(rules).toMatchObject({ code: 0, stderr: '' });
  expect(rules.stdout).toContain('slo:sli_error:ratio_rate5m');
}, 60_000);

it('gives programs documents and changes as data', async () => {
  const ended = await runCli(['slo', 'convert', '--to', 'openslo/v1', '--json', fileOf(slo)]);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(ended.stdout)).toMatchObject({
    to: 'openslo/v1',
    documents: [{ kind: 'SLO', metadata: { name: 'shop' } }],
    changes: [
      { code: 'added', effect: 'added' },
      {
        code: 'rounded',
        effect: 'changed',
        line: 7,
        path: 'spec.timeWindows[0].unit',
        instead: 'It was rounded up to 2m.',
      },
    ],
  });
});

it('lists every problem with its place and writes nothing', async () => {
  const file = fileOf(
    slo.replace('unit: Second', 'unit: Moon').replace('target: 0.9', 'target: x'),
  );
  const ended = await runCli(['slo', 'convert', '--to', 'openslo/v1', file], {
    env: { LANG: 'ja_JP.UTF-8' },
  });
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  const [first, second, last] = linesOf(ended.stderr);
  expect(first).toContain(`${file}:7:25 spec.timeWindows[0].unit: "Moon" は使えません。`);
  expect(second).toContain(`${file}:9:26 spec.objectives[0].target`);
  expect(last).toContain('2 件');
});

it('says what is missing, and refuses what is no file of definitions', async () => {
  for (const [args, said] of [
    [['--to', 'openslo/v1'], 'Which definitions?'],
    [[fileOf(slo)], '--to'],
    [['--to', 'openslo/v9', fileOf(slo)], 'openslo/v1alpha'],
    [['--to', 'openslo/v1', '/no/such/file'], 'ENOENT'],
    [['--to', 'openslo/v1', emptyFolder()], 'EISDIR'],
    [['--to', 'openslo/v1', fileOf('')], 'no document'],
    [['--to', 'openslo/v1', fileOf('x'.repeat(2_000_000))], 'larger than'],
    [
      [
        '--to',
        'openslo/v1alpha',
        fileOf('{apiVersion: openslo/v1, kind: DataSource, metadata: {name: a}, spec: {type: b}}'),
      ],
      'Nothing of these files',
    ],
  ] as const) {
    const ended = await runCli(['slo', 'convert', ...args]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(said);
  }
}, 60_000);
