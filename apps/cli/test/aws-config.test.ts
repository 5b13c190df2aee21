import { execFile, spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { startFakeServer } from './fake-server.ts';
import { emptyFolder, practiceAt, runCli } from './run-cli.ts';

const map = `
identityCenter: {startUrl: https://example.awsapps.com/start, region: ap-northeast-1, session: corp}
accounts:
  hub: {id: "000011112222", permissionSets: [{name: AdministratorAccess, groups: [sre]}]}
  production:
    id: "111122223333"
    production: true
    permissionSets: [ReadOnly]
    roles: [{name: Deploy, from: {account: hub, permissionSet: AdministratorAccess}}]
`;

/** A folder with a sekisho.yaml, in which the command then runs. */
function folderWith(text: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'sekisho.yaml'), text);
  return folder;
}

async function run(folder: string, ...args: readonly string[]) {
  return runCli(['aws', 'config', ...args], { cwd: folder });
}

describe('printing the account map', () => {
  test('needs no server and nothing else in the file', async () => {
    const { code, stdout, stderr } = await run(folderWith(map), '--format', 'extend-switch-roles');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      `[hub-AdministratorAccess]
aws_account_id = 000011112222
role_name = AdministratorAccess

[production-Deploy]
aws_account_id = 111122223333
role_name = Deploy
source_profile = hub-AdministratorAccess
region = ap-northeast-1
color = d1242f
`,
    );
  });

  test('is narrowed to what the members of a group may have', async () => {
    const { stdout } = await run(folderWith(map), '--group', 'engineers', '--json');
    const sections = JSON.parse(stdout) as { section: string }[];
    expect(sections.map(({ section }) => section)).toEqual([
      'sso-session corp',
      'profile production-ReadOnly',
    ]);
  });

  test('has every format in one answer', async () => {
    const { stdout } = await run(folderWith(map), '--format', 'all', '--json');
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual([
      'aws-config',
      'aws-vault',
      'extend-switch-roles',
      'granted',
      'portal',
    ]);
  });

  test('tells every problem of the map with its place, in the language of the reader', async () => {
    const wrong = map.replace('account: hub,', 'account: hup,').replace('"111122223333"', '"12"');
    const { code, stdout, stderr } = await run(folderWith(wrong), '--lang', 'ja');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('sekisho.yaml:6:9 accounts.production.id');
    const none = await run(folderWith('people: []\n'));
    expect(none.stderr).toContain('Nothing says which AWS accounts there are.');
  });
});

describe('a file with other things in it', () => {
  /** Bytes that are no UTF-8, and a last line without an end. */
  const own = Buffer.from(
    '[default]\nregion = eu-west-1\n# caf\xe9\n[profile mine]\noutput = json',
    'latin1',
  );

  function configured() {
    const folder = folderWith(map);
    const file = join(folder, 'dotfiles');
    writeFileSync(file, own, { mode: 0o640 });
    mkdirSync(join(folder, '.aws'));
    const link = join(folder, '.aws', 'config');
    symlinkSync(file, link);
    return { folder, file, link };
  }

  test('keeps every byte, its mode and the link to it, and is not written again in vain', async () => {
    const { folder, file, link } = configured();
    const first = await run(folder, '--write', '--out', link);
    expect(first.stdout).toContain('4 sections written to');
    const text = readFileSync(file);
    expect(text.subarray(0, own.length).equals(own)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    const before = statSync(file).mtimeMs;
    const again = await run(folder, '--write', '--out', link);
    expect(again.stdout).toContain('is up to date');
    expect(statSync(file).mtimeMs).toBe(before);
    expect(readdirSync(folder).toSorted()).toEqual(['.aws', 'dotfiles', 'sekisho.yaml']);
  }, 60_000);

  test('is only compared, or only shown, when that is asked for', async () => {
    const { folder, file, link } = configured();
    const check = await run(folder, '--check', '--out', link);
    expect(check.code).toBe(4);
    const dry = await run(folder, '--dry-run', '--out', link);
    expect(dry.stdout).toContain('+[profile production-ReadOnly]\n');
    expect(readFileSync(file).equals(own)).toBe(true);
    await run(folder, '--write', '--out', link);
    expect((await run(folder, '--check', '--out', link)).code).toBe(0);
    expect((await run(folder, '--dry-run', '--out', link)).stdout).toBe('');
  }, 60_000);

  test('is left alone when its markers are torn or it cannot be written', async () => {
    const { folder, file, link } = configured();
    writeFileSync(file, '# sekisho begin\n[profile mine]\n');
    const { code, stderr } = await run(folder, '--write', '--out', link);
    expect(code).toBe(2);
    expect(stderr).toContain('line 1');
    expect(readFileSync(file, 'utf8')).toBe('# sekisho begin\n[profile mine]\n');
    expect((await run(folder, '--write', '--out', folder)).code).toBe(2);
    expect((await run(folder, '--write', '--check')).code).toBe(2);
    expect((await run(folder, '--out', link)).code).toBe(2);
    expect((await run(folder, '--write', '--format', 'portal')).code).toBe(2);
  }, 60_000);
});

const required = process.env['SEKISHO_REQUIRE_AWS'] === '1';
const hasAws = spawnSync('aws', ['--version']).status === 0;

describe.skipIf(!hasAws && !required)('the aws command', () => {
  test('finds every profile, and what each means', async () => {
    const folder = folderWith(map);
    const file = join(folder, 'config');
    await run(folder, '--write', '--out', file);
    const env = { ...process.env, AWS_CONFIG_FILE: file, AWS_SHARED_CREDENTIALS_FILE: '/dev/null' };
    const aws = async (...args: string[]) =>
      (await promisify(execFile)('aws', args, { env })).stdout.trim();
    const account = await aws(
      'configure',
      'get',
      'sso_account_id',
      '--profile',
      'production-ReadOnly',
    );
    expect(account).toBe('111122223333');
    const arn = await aws('configure', 'get', 'role_arn', '--profile', 'production-Deploy');
    expect(arn).toBe('arn:aws:iam::111122223333:role/Deploy');
  }, 60_000);
});

describe('the account map of a server', () => {
  const set = { name: 'ReadOnly', groups: [], standing: false };
  const account = {
    ...{ name: 'production', id: '111122223333', environment: 'live', production: true },
    ...{ region: null, aliases: [], color: 'd1242f', permissionSets: [set], roles: [] },
  };
  const identityCenter = {
    ...{ session: 'corp', startUrl: 'https://example.awsapps.com/start', region: 'us-east-1' },
  };

  test('is had where there is no file, and its profiles name the server', async () => {
    const server = await startFakeServer({
      'access.accounts': () => ({ identityCenter, accounts: [account] }),
    });
    try {
      const env = { SEKISHO_DATA: practiceAt(server.url) };
      const got = await runCli(['aws', 'config', '--credential-process'], {
        ...{ cwd: emptyFolder(), env },
      });
      expect(got).toMatchObject({ code: 0, stderr: '' });
      expect(got.stdout).toContain(
        `credential_process = sekisho aws credentials --profile production-ReadOnly --url ${server.url}\n`,
      );
      const folder = folderWith(map);
      expect((await runCli(['aws', 'config'], { cwd: folder, env })).stdout).toContain('hub');
      const named = ['aws', 'config', '--url', server.url];
      expect((await runCli(named, { cwd: folder, env })).stdout).not.toContain('hub');
    } finally {
      await server.close();
    }
  }, 60_000);

  test('is refused when it would write more than profiles, and asked for by name when there is none', async () => {
    const hostile = { ...account, name: 'a]\ncredential_process = evil\n[b' };
    const server = await startFakeServer({
      'access.accounts': () => ({ identityCenter, accounts: [hostile] }),
    });
    const cwd = emptyFolder();
    try {
      const env = { SEKISHO_DATA: practiceAt(server.url) };
      const got = await runCli(['aws', 'config'], { cwd, env });
      expect(got).toMatchObject({ code: 5, stdout: '' });
    } finally {
      await server.close();
    }
    const none = await runCli(['aws', 'config'], { cwd, env: { SEKISHO_DATA: cwd } });
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('--config FILE')]);
  }, 60_000);
});
