import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { practiceAccounts, practiceIdentityCenter, startPracticeAws } from '@sekisho/practice';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, runCli } from './run-cli.ts';

const { managementAccount, region } = practiceIdentityCenter;
const own = `# ours
identityCenter: { startUrl: https://practice.awsapps.com/start, region: ${region}, account: "${managementAccount}" }
accounts:
  shop:
    id: "${practiceAccounts.production}"
    permissionSets: [ReadOnly, Gone]   # by hand
  old: { id: "999999999999" }
`;

let aws: Awaited<ReturnType<typeof startPracticeAws>>;
beforeAll(async () => {
  aws = await startPracticeAws({ port: 0, dataDirectory: emptyFolder() });
});
afterAll(() => aws.close());

function folderWith(text: string) {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'sekisho.yaml'), text);
  return folder;
}

async function discover(
  folder: string,
  args: readonly string[],
  account: string = managementAccount,
) {
  const env = {
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: account,
    AWS_SECRET_ACCESS_KEY: 'practice',
  };
  return runCli(['aws', 'discover', ...args], { cwd: folder, env });
}

describe('the accounts of the organization', { timeout: 60_000 }, () => {
  test('are found with the permission sets that each has, and compared with the map', async () => {
    const folder = folderWith(own);
    const { code, stdout, stderr } = await discover(folder, []);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^accounts:\n {2}\w/);
    expect(stdout).toContain(`{ id: "${managementAccount}"`);
    expect(stdout).not.toContain(practiceAccounts.production);
    expect(stderr).toContain('permission set gone: shop has no Gone any more');
    expect(stderr).toContain('gone: 999999999999 old is no active account');
    expect(stderr).toContain(`new: ${practiceAccounts.staging} `);
    expect(readFileSync(join(folder, 'sekisho.yaml'), 'utf8')).toBe(own);
  });

  test('are written between two comments, and checked from then on', async () => {
    const folder = folderWith(
      own.replace('  old: { id: "999999999999" }\n', '').replace('Gone', 'AdministratorAccess'),
    );
    expect((await discover(folder, ['--check'])).code).toBe(2);
    expect((await discover(folder, ['--write'])).code).toBe(0);
    expect(await discover(folder, ['--check'])).toMatchObject({ code: 0, stderr: '' });
    const listed = await runCli(['aws', 'config'], { cwd: folder });
    expect(listed).toMatchObject({ code: 0, stderr: '' });
  });

  test('are not guessed where AWS refuses, or where nothing says whom to ask', async () => {
    const refused = await discover(folderWith(own), [], practiceAccounts.staging);
    expect(refused).toMatchObject({ code: 3, stdout: '' });
    const nowhere = await discover(folderWith('people: []\n'), []);
    expect(nowhere).toMatchObject({ code: 2, stdout: '' });
    expect(nowhere.stderr).toContain('--account');
  });
});
