import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, runCli } from './run-cli.ts';

const database = (sides: object, actions: readonly string[]) => ({
  ...{ address: 'aws_db_instance.main', mode: 'managed', type: 'aws_db_instance', name: 'main' },
  provider_name: 'registry.terraform.io/hashicorp/aws',
  change: {
    ...{ actions, after_unknown: {}, before_sensitive: { password: true } },
    ...{ after_sensitive: { password: true }, ...sides },
  },
});
const planWith = (change: object) => ({
  ...{ format_version: '1.2', terraform_version: '1.11.4', planned_values: {} },
  ...{ resource_changes: [change], configuration: { root_module: {} } },
});
const before = { password: 'hunter2hunter2', allocated_storage: 20 };
const destroying = JSON.stringify(planWith(database({ before, after: null }, ['delete'])));
const growing = JSON.stringify(
  planWith(database({ before, after: { ...before, allocated_storage: 40 } }, ['update'])),
);

test('prints risks, then changes, without secrets, and ends with 2 only when asked', async () => {
  const file = join(emptyFolder(), 'plan.json');
  writeFileSync(file, destroying);
  const shown = await runCli(['plan', 'show', file]);
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  const lines = shown.stdout.split('\n');
  expect(lines[0]).toBe('1 to destroy');
  expect(lines[2]).toContain('aws_db_instance.main: destroys the database');
  expect(shown.stdout).toContain('- aws_db_instance.main (destroy)');
  expect(shown.stdout).toContain('password: (sensitive) -> (none)');
  expect(shown.stdout).not.toContain('hunter2');
  const asked = await runCli(['plan', 'show', file, '--exit-code', '--summary'], {
    env: { LANG: 'ja_JP.UTF-8' },
  });
  expect(asked.code).toBe(2);
  expect(asked.stdout).toContain('危険  aws_db_instance.main: データベースを削除');
  expect(asked.stdout).not.toContain('password');
}, 60_000);

test('names what changes within an output, says how much is left out, and that an action is invoked', async () => {
  const many = Object.fromEntries(Array.from({ length: 203 }, (_, at) => [`key${at}`, at]));
  const none = { after_unknown: false, before_sensitive: false, after_sensitive: false };
  const stdin = JSON.stringify({
    ...{ format_version: '1.2', planned_values: {}, resource_changes: [] },
    output_changes: { hosts: { ...none, actions: ['create'], before: null, after: { web: many } } },
    action_invocations: [{ address: 'action.aws_lambda_invoke.x' }],
  });
  const { code, stdout } = await runCli(['plan', 'show', '-'], { stdin });
  expect(code).toBe(0);
  expect(stdout.split('\n')[0]).toBe('1 in outputs · 1 to invoke');
  expect(stdout).toContain('    hosts.web.key199: 199\n');
  expect(stdout).toContain('    3 more attributes are not shown');
}, 60_000);

test('answers programs with one digest for one plan, and tells changes from elsewhere', async () => {
  const args = ['plan', 'show', '-', '--json', '--exit-code', '--changed-dirs', 'docs, modules/x'];
  const first = await runCli(args, { stdin: growing });
  expect(first.code).toBe(0);
  const answer = JSON.parse(first.stdout) as {
    readonly digest: string;
    readonly summary: { readonly risks: readonly { readonly code: string }[] };
  };
  expect(answer.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(answer.summary.risks.map(({ code }) => code)).toEqual(['outside-directories']);
  const again = await runCli([...args, '--root', 'docs'], { stdin: growing });
  const other = JSON.parse(again.stdout) as typeof answer;
  expect(other.summary.risks).toEqual([]);
  expect(other.digest).not.toBe(answer.digest);
}, 60_000);

test.each([
  [['plan', 'show', '-'], 'PK\u0003\u0004', 'terraform show -json'],
  [['plan', 'show', '-'], '{"format_version":"1.0","values":{}}', 'and not of a state'],
  [['plan', 'show', 'nowhere.json'], '', 'nowhere.json'],
  [['plan', 'show'], '', 'Which plan?'],
  [['plan', 'show', '-', '--root', 'a'], growing, '--changed-dirs'],
])(
  'says what to give where %j cannot be read',
  async (args, stdin, told) => {
    const refused = await runCli(args, { stdin });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(told);
  },
  60_000,
);
