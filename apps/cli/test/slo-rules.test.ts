import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, linesOf, runCli } from './run-cli.ts';

function specOf(objective: number, service = 'shop'): string {
  return `version: prometheus/v1
service: ${service}
slos:
  - name: checkout
    objective: ${objective}
    sli:
      events:
        error_query: sum(rate(bad[{{.window}}]))
        total_query: sum(rate(all[{{.window}}]))
    alerting: { name: Burns }
`;
}

const windows = `apiVersion: sloth.slok.dev/v1
kind: AlertWindows
spec:
  sloPeriod: 7d
  page:
    quick: { errorBudgetPercent: 8, shortWindow: 5m, longWindow: 1h }
    slow: { errorBudgetPercent: 12.5, shortWindow: 30m, longWindow: 6h }
  ticket:
    quick: { errorBudgetPercent: 20, shortWindow: 2h, longWindow: 1d }
    slow: { errorBudgetPercent: 42, shortWindow: 6h, longWindow: 3d }
`;

/** Runs `slo rules` on a file of this text. */
function rules(text: string, ...args: readonly string[]) {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'slos.yml'), text);
  writeFileSync(join(cwd, 'windows.yml'), windows);
  return runCli(['slo', 'rules', ...args, 'slos.yml'], { cwd });
}

describe('slo rules', () => {
  it('prints YAML of the dialect and the period asked for, and nothing else', async () => {
    const ended = await rules(specOf(99.9), '--dialect', 'sloth', '--window', '28d');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('record: slo:sli_error:ratio_rate4w\n');
    expect(ended.stdout).toContain('> (13.44 * 0.0009999999999999432)');
    expect(ended.stdout).toContain('sum_over_time(');
    const exact = await rules(specOf(99.9), '--dialect', 'exact');
    expect(exact.stdout).toContain('(sum(rate(all[30d]))) > 0');
    expect(exact.stdout).not.toContain('sum_over_time(');
  });

  it('reads the specs from standard input', async () => {
    const ended = await runCli(['slo', 'rules', '-'], { stdin: specOf(99.9) });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('sloth-slo-alerts-shop-checkout');
  });

  it('prints the same as JSON', async () => {
    const { stdout } = await rules(specOf(99.9), '--json', '--disable-alerts');
    const [document] = JSON.parse(stdout) as [{ groups: { name: string }[] }];
    expect(document.groups.map(({ name }) => name)).toEqual([
      'sloth-slo-sli-recordings-shop-checkout',
      'sloth-slo-meta-recordings-shop-checkout',
    ]);
  });

  it('adds labels and takes windows from a file', async () => {
    const asked = [
      '--extra-labels',
      'cmd=ci',
      '--extra-labels',
      'to=a=b',
      '--windows',
      'windows.yml',
    ];
    const { stdout, code } = await rules(specOf(99.9), ...asked);
    expect(code).toBe(0);
    expect(stdout).toContain('cmd: ci\n');
    expect(stdout).toContain('to: a=b\n');
    expect(stdout).toContain('record: slo:sli_error:ratio_rate1w\n');
  });

  it('says that Prometheus reads one document of a file, and merges them when asked', async () => {
    const two = `${specOf(99.9)}---\n${specOf(99, 'mail')}`;
    const ended = await rules(two);
    expect(ended.stderr).toContain('these are 2 documents');
    expect(ended.stdout.match(/^---$/gm)).toHaveLength(2);
    const merged = await rules(two, '--merge');
    expect(merged).toMatchObject({ code: 0, stderr: '' });
    expect(merged.stdout.match(/^---$/gm)).toHaveLength(1);
    expect(merged.stdout).toContain('sloth-slo-alerts-mail-checkout');
  });

  it('warns of a tier that can never fire, and refuses it with --strict and in the exact dialect', async () => {
    const warned = await rules(specOf(90));
    expect(warned.code).toBe(0);
    expect(warned.stderr).toContain('The quick page of "shop-checkout" can never fire');
    for (const more of [['--strict'], ['--dialect', 'exact']]) {
      const refused = await rules(specOf(90), ...more);
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(linesOf(refused.stderr)[0]).toContain('Raise the objective above 93.06 %');
    }
  });

  it('prints every problem with its place, and no rules', async () => {
    const ended = await rules(specOf(990).replace('bad[{{.window}}]', 'bad[5m]'));
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(linesOf(ended.stderr).map((line) => line.split(': ')[0])).toEqual([
      'slos.yml:5:16 slos[0].objective',
      'slos.yml:8:22 slos[0].sli.events.error_query',
      'slos.yml has 2 problems, listed above. Mend them and run it again; no rules were written.',
    ]);
  });

  it('keeps what a file holds from commanding the terminal', async () => {
    const { stderr, code } = await rules(specOf(99.9).replace('shop', '"\\e]0;title\\a\\u202e"'));
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  it.each([
    [['--window', 'a month'], '--window takes a duration'],
    [['--window', '2d'], 'a period of 2d cannot have them'],
    [['--windows', 'nowhere.yml'], 'nowhere.yml cannot be read'],
    [['--windows', 'slos.yml'], 'does not describe alert windows'],
    [['--extra-labels', 'x'], '--extra-labels takes name=value'],
    [['--dialect', 'other'], 'sloth, exact'],
    [['other.yml'], '"slos.yml" is one word too many'],
  ])('refuses %j', async (asked, said) => {
    const ended = await rules(specOf(99.9), ...asked);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(said);
  });

  it('says in Japanese what is missing', async () => {
    const ended = await runCli(['slo', 'rules'], { env: { LANG: 'ja_JP.UTF-8' } });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('SLO のファイルを指定してください');
  });
});
