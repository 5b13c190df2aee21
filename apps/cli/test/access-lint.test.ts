import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, runCli } from './run-cli.ts';

const issuer = 'token.actions.githubusercontent.com';
const wide = JSON.stringify({
  Statement: {
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com' } },
  },
});

test('tells programs what a trust policy lets in, with the fix, and ends with 2', async () => {
  const file = join(emptyFolder(), 'trust.json');
  writeFileSync(file, wide);
  const { code, stdout } = await runCli(['access', 'lint', 'trust-policy', file, '--json']);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toEqual([
    {
      code: 'missing-sub',
      message: expect.stringContaining('every repository on GitHub') as string,
      fix: expect.stringContaining('"sub"') as string,
    },
  ]);
}, 60_000);

test.each([
  [['--repository', 'acme@1001/infra@2002'], 'sts.amazonaws.com'],
  // A member that an enterprise manages, in China.
  [['--repository', 'ann_acme@1001/infra@2002', '--partition', 'aws-cn'], 'sts.amazonaws.com.cn'],
])(
  'finds nothing in the policy that it writes itself: %s',
  async (options, audience) => {
    const made = await runCli(
      ['access', 'trust-policy', '--account', '111122223333', '--environment', 'production'].concat(
        options,
      ),
    );
    expect(made.stdout).toContain(`"${issuer}:aud": "${audience}"`);
    const linted = await runCli(['access', 'lint', 'trust-policy', '-', '--json'], {
      stdin: made.stdout,
    });
    expect(linted).toMatchObject({ code: 0, stdout: '[]\n', stderr: '' });
  },
  60_000,
);

test('says what it needs, in the language of the reader', async () => {
  const bare = await runCli(['access', 'trust-policy', '--lang', 'ja']);
  expect(bare).toMatchObject({ code: 2, stdout: '' });
  expect(bare.stderr).toContain('--repository acme@1001/infra@2002');
  const variable = ['--account', '111122223333', '--repository', 'acme@1001/infra@2002'];
  const filled = await runCli(['access', 'trust-policy', ...variable, '--environment', 'a${b}']);
  expect(filled).toMatchObject({ code: 2, stdout: '' });
  expect(filled.stderr).toContain('without wildcards and variables');
  const none = await runCli(['access', 'lint', 'trust-policy', '-'], { stdin: 'no policy' });
  expect(none).toMatchObject({ code: 4, stdout: '' });
  expect(none.stderr).toContain('is no trust policy');
  const missing = await runCli(['access', 'lint', 'trust-policy', 'nowhere.json', '--json']);
  expect(missing).toMatchObject({ code: 4, stdout: '' });
}, 60_000);
