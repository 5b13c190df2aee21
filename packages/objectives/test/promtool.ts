import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** The program, or another of its kind to judge by. */
const promtool = process.env['SEKISHO_PROMTOOL'] ?? 'promtool';
const found = spawnSync(promtool, ['--version']).error === undefined;

/** Whether tests that need promtool are left out; `SEKISHO_REQUIRE_PROMTOOL=1` lets them fail instead. */
export const withoutPromtool = !found && process.env['SEKISHO_REQUIRE_PROMTOOL'] !== '1';

export interface Case {
  readonly series: Readonly<Record<string, string>>;
  /** Expressions, and the only value that each gives; null for none. */
  readonly expect: Readonly<Record<string, number | null>>;
  /** When they are asked, such as `1d`. */
  readonly at: string;
}

/** What `promtool check rules` says of a file; empty when all is well. */
export function checkRules(rules: string): string {
  return inFolder({ 'rules.yml': rules }, ['check', 'rules', 'rules.yml']);
}

/** What `promtool test rules` says of one case, evaluated each ten minutes; empty when all is well. */
export function testRules(rules: string, { series, expect, at }: Case): string {
  const test = {
    interval: '1m',
    input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
    promql_expr_test: Object.entries(expect).map(([expr, value]) => ({
      expr,
      eval_time: at,
      exp_samples: value === null ? [] : [{ labels: '{}', value }],
    })),
  };
  // Without an order promtool evaluates the groups in any, and an alert would miss its series.
  const { groups } = parse(rules) as { groups: { name: string }[] };
  const file = {
    rule_files: ['rules.yml'],
    evaluation_interval: '10m',
    group_eval_order: groups.map(({ name }) => name),
    tests: [test],
  };
  return inFolder({ 'rules.yml': rules, 'test.yml': stringify(file) }, [
    'test',
    'rules',
    'test.yml',
  ]);
}

/** Whether Prometheus' own parser takes an exposition; what its linter thinks of it is another matter. */
export function takesMetrics(exposition: string): boolean {
  const ended = spawnSync(promtool, ['check', 'metrics'], { input: exposition, encoding: 'utf8' });
  if (ended.error !== undefined) throw ended.error;
  return !/error while linting/.test(ended.stderr);
}

function inFolder(files: Readonly<Record<string, string>>, args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-promtool-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const ended = spawnSync(promtool, [...args], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  if (ended.error !== undefined) throw ended.error;
  return ended.status === 0 ? '' : `${ended.stdout}${ended.stderr}`;
}
