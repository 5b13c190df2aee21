import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, runCli } from './run-cli.ts';

const slow = 60_000;

const slo = (name: string) =>
  `  - { name: ${name}, objective: 99.9, sli: { events: { error_query: "bad[{{.window}}]", total_query: "all[{{.window}}]" } }, alerting: { name: Burns } }\n`;
const spec = (...names: readonly string[]) =>
  `version: prometheus/v1\nservice: shop\nslos:\n${names.map(slo).join('')}`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('slo dashboard', () => {
  it(
    'prints the dashboard of one SLO, and nothing else',
    async () => {
      const cwd = folderWith({ 'slo.yml': spec('checkout', 'search') });
      const args = ['slo', 'dashboard', 'slo.yml', '--slo', 'search', '--window', '28d'];
      const { code, stdout, stderr } = await runCli(args, { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const dashboard = JSON.parse(stdout);
      expect(dashboard).toMatchObject({ uid: 'slo-shop-search', title: 'SLO shop / search' });
      expect(stdout).toContain('slo:sli_error:ratio_rate4w{sloth_id=\\"shop-search\\"');
    },
    slow,
  );

  it(
    'prints a list of several and says how to import them; or writes a file for each',
    async () => {
      const cwd = folderWith({ 'slo.yml': spec('checkout', 'search') });
      const all = await runCli(['slo', 'dashboard', 'slo.yml'], { cwd });
      expect(JSON.parse(all.stdout)).toMatchObject([
        { uid: 'slo-shop-checkout' },
        { uid: 'slo-shop-search' },
      ]);
      expect(all.stderr).toContain('2 dashboards in a list');
      const written = await runCli(['slo', 'dashboard', 'slo.yml', '--out', 'out/a'], { cwd });
      expect(written).toMatchObject({ code: 0, stdout: '' });
      expect(readdirSync(join(cwd, 'out/a'))).toEqual([
        'slo-shop-checkout.json',
        'slo-shop-search.json',
      ]);
      const file = readFileSync(join(cwd, 'out/a/slo-shop-search.json'), 'utf8');
      expect(JSON.parse(file)).toEqual(JSON.parse(all.stdout)[1]);
    },
    slow,
  );

  it.each([
    [[], 'Which SLOs?'],
    [['absent.yml'], 'absent.yml cannot be read'],
    [['bad.yml'], 'bad.yml has 1 problem, listed above'],
    [['slo.yml', '--slo', 'x'], 'no SLO "x" here. Choose from: checkout'],
    [['slo.yml', '--window', '1d'], 'no dashboard was written'],
    [['slo.yml', '--out', 'slo.yml'], 'Choose another folder for --out'],
  ])(
    'refuses %j and says what to do',
    async (args, said) => {
      const cwd = folderWith({
        'slo.yml': spec('checkout'),
        'bad.yml': 'version: prometheus/v1\nservice: shop\n',
      });
      const ended = await runCli(['slo', 'dashboard', ...args], { cwd });
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toContain(said);
    },
    slow,
  );
});
