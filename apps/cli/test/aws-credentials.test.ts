import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Lending, passphrase, startLending } from './lending.ts';
import { bin, linesOf } from './run-cli.ts';

let lending: Lending;
beforeEach(async () => {
  lending = await startLending();
});
afterEach(() => lending.close());

const ask = ['credentials', '--profile', 'production-ReadOnly'];
const always = ['credentials', '--profile', 'production-Always'];
const because = { SEKISHO_REASON: 'look at the queue' };

describe('credentials of a permission set that is lent', { timeout: 60_000 }, () => {
  test('are had by asking for a lease and signing in, which is told beside them', async () => {
    lending.aws.unassigned = 1;
    const { code, stdout, stderr } = await lending.run([...ask, '--reason', 'look at the queue']);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const deadline = lending.lease?.deadline;
    expect(JSON.parse(stdout)).toEqual({
      Version: 1,
      AccessKeyId: 'ASIA111122223333ReadOnly',
      SecretAccessKey: expect.stringContaining('key-'),
      SessionToken: expect.stringContaining('session-'),
      Expiration: deadline,
    });
    expect(lending.lease?.reason).toBe('look at the queue');
    expect(stderr).toContain(`Approve: ${lending.server.url}/leases/acc-7k3f9q2m`);
    expect(stderr).toContain('Who can: sato.');
    expect(stderr).toContain('ABCD-EFGH');
    // Asked again while the new assignment was on its way.
    const tries = lending.aws.asked.filter((one) => one === '/federation/credentials');
    expect(tries).toHaveLength(2);
  });

  test('are kept without a secret in any file, and given again to whoever knows the passphrase', async () => {
    const first = await lending.run(ask, because);
    const before = lending.aws.asked.length;
    const second = await lending.run(ask, because);
    expect(second).toMatchObject({ code: 0, stdout: first.stdout, stderr: '' });
    expect(lending.aws.asked).toHaveLength(before);
    expect(lending.calls('access.request')).toBe(1);
    const secrets = [...lending.aws.secrets, passphrase];
    const found = lending.left().flatMap((bytes) => secrets.filter((one) => bytes.includes(one)));
    expect(found).toEqual([]);
    const stranger = await lending.run(ask, { SEKISHO_PASSPHRASE: 'another passphrase' });
    expect(stranger).toMatchObject({ code: 3, stdout: '' });
    expect(stranger.stderr).toContain('another passphrase, or somebody changed the file');
  });

  test('are had anew when the lease has ended, by the sign-in of before', async () => {
    lending.next = [{ state: 'active', deadline: new Date(Date.now() - 1000).toISOString() }];
    await lending.run(ask, because);
    lending.lease = null;
    lending.next = [{ state: 'active' }];
    const { code, stderr } = await lending.run(ask, because);
    expect(code).toBe(0);
    expect(lending.calls('access.request')).toBe(2);
    expect(stderr).not.toContain('ABCD-EFGH');
  });

  test('are had by a new sign-in when the portal no longer knows the old one', async () => {
    await lending.run(ask, { ...because, SEKISHO_PASSPHRASE: passphrase });
    lending.aws.forget();
    lending.aws.keysLive = 1000;
    const again = await lending.run(always);
    expect(again.code).toBe(0);
    expect(again.stderr).toContain('ABCD-EFGH');
  });

  test('are asked for once by two commands at the same time', async () => {
    const both = await Promise.all([lending.run(ask, because), lending.run(ask, because)]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both[0].stdout).toBe(both[1].stdout);
    expect(lending.calls('access.request')).toBe(1);
    const signIns = lending.aws.asked.filter((one) => one === '/device_authorization');
    expect(signIns).toHaveLength(1);
  });

  test('are not had without a reason, nor when the lease is denied, nor when the sign-in is', async () => {
    const silent = await lending.run(ask);
    expect(silent).toMatchObject({ code: 2, stdout: '' });
    expect(silent.stderr).toContain('--permission-set ReadOnly --account production');
    lending.next = [{ state: 'denied' }];
    expect(await lending.run([...ask, '--no-cache'], because)).toMatchObject({
      code: 3,
      stdout: '',
    });
    lending.lease = null;
    lending.next = [{ state: 'active' }];
    lending.aws.agrees = false;
    expect(await lending.run([...ask, '--no-cache'], because)).toMatchObject({
      code: 3,
      stdout: '',
    });
  });

  test('keep nothing on the machine with --no-cache', async () => {
    const before = lending.left().length;
    const env = { ...because, SEKISHO_PASSPHRASE: '' };
    expect(await lending.run([...ask, '--no-cache'], env)).toMatchObject({ code: 0 });
    const secrets = lending.aws.secrets;
    const found = lending.left().flatMap((bytes) => secrets.filter((one) => bytes.includes(one)));
    expect(found).toEqual([]);
    expect(lending.left().filter((bytes) => bytes.length > 0)).toHaveLength(before);
    const calls = lending.server.seen.length;
    const shut = await lending.run(ask, env);
    expect(shut).toMatchObject({ code: 2 });
    expect(shut.stderr).toContain('SEKISHO_PASSPHRASE');
    expect(lending.server.seen).toHaveLength(calls);
  });
});

describe('credentials of a standing permission set', { timeout: 60_000 }, () => {
  test('ask no server for a lease', async () => {
    const { code } = await lending.run([...always, '--no-cache']);
    expect(code).toBe(0);
    expect(lending.server.seen).toEqual([]);
    lending.has = 'standing';
    expect(await lending.run([...ask, '--no-cache'])).toMatchObject({ code: 0 });
    expect(lending.calls('access.request')).toBe(0);
  });

  test('are refused in words when AWS has not assigned it', async () => {
    lending.aws.unassigned = 9;
    const { code, stderr } = await lending.run([...ask, '--no-lease', '--no-cache']);
    expect(code).toBe(3);
    expect(linesOf(stderr).at(-1)).toContain('ReadOnly in production (ForbiddenException)');
  });
});

describe('a profile', { timeout: 60_000 }, () => {
  test('that is unknown, or no permission set, is told apart', async () => {
    const unknown = await lending.run(['credentials', '--profile', 'prod']);
    expect(unknown).toMatchObject({ code: 2 });
    expect(unknown.stderr).toContain('It has production-ReadOnly, production-Always.');
    const role = await lending.run(['exec', '--profile', 'production-Deploy', '--', 'true']);
    expect(role).toMatchObject({ code: 2 });
    expect(role.stderr).toContain('is no permission set');
  });
});

describe('aws exec', { timeout: 60_000 }, () => {
  const exec = ['exec', '--profile', 'production-ReadOnly', '--no-lease', '--no-cache', '--'];

  test('gives a program the credentials and nothing of ours, and ends as it ends', async () => {
    const show = 'console.log(JSON.stringify(process.env)); process.exitCode = 7';
    const { code, stdout } = await lending.run([...exec, process.execPath, '-e', show], {
      AWS_PROFILE: 'other',
      SEKISHO_TOKEN: 'sekisho_abc',
      SEKISHO_URL: lending.server.url,
    });
    expect(code).toBe(7);
    const env = JSON.parse(stdout) as Record<string, string>;
    expect(env).toMatchObject({
      AWS_ACCESS_KEY_ID: 'ASIA111122223333ReadOnly',
      AWS_REGION: 'ap-northeast-1',
      HOME: lending.home,
    });
    expect(
      Object.keys(env).filter(
        (name) => /PROFILE|PASSPHRASE|TOKEN$/.test(name) && name !== 'AWS_SESSION_TOKEN',
      ),
    ).toEqual([]);
  });

  test('hands a signal on to the program, which decides how it ends', async () => {
    const words = ['exec', '--profile', 'production-Always', '--no-cache', '--', 'sh', '-c'];
    const stubborn = 'trap "exit 9" TERM; echo up; for i in $(seq 200); do sleep 0.1; done';
    const child = spawn(process.execPath, [bin, 'aws', ...words, stubborn], {
      ...{ cwd: lending.home, detached: true },
      env: { PATH: process.env['PATH'], ...lending.env },
    });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([9, null]);
  });

  test('says which program is missing', async () => {
    expect((await lending.run(exec)).code).toBe(2);
    const none = await lending.run([...exec, 'no-such-program']);
    expect(none).toMatchObject({ code: 2 });
    expect(none.stderr).toContain('no-such-program could not be started (ENOENT)');
  });
});

describe('aws console', { timeout: 60_000 }, () => {
  const open = ['console', '--profile', 'production-ReadOnly'];

  test('prints the link of the portal, which holds no secret, when the lease is active', async () => {
    const page = 'https://console.aws.amazon.com/s3/home?region=us-east-1';
    const { stdout } = await lending.run([...open, '--destination', page], because);
    const query = `account_id=111122223333&role_name=ReadOnly&destination=${encodeURIComponent(page)}`;
    expect(stdout).toBe(`https://example.awsapps.com/start/#/console?${query}\n`);
    expect(lending.lease?.state).toBe('active');
    expect(lending.aws.asked).toEqual([]);
  });

  test('makes a link that signs in only when that is asked for, and leads nowhere but to AWS', async () => {
    const { stdout } = await lending.run([
      ...open,
      '--no-lease',
      '--no-cache',
      '--federated',
      '--json',
    ]);
    const { url } = JSON.parse(stdout) as { url: string };
    const query = new URL(url).searchParams;
    expect(query.get('Action')).toBe('login');
    expect(lending.aws.secrets).toContain(query.get('SigninToken'));
    const away = ['--destination', 'https://aws.amazon.com.example.com/'];
    expect((await lending.run([...open, ...away])).code).toBe(2);
  });
});

const required = process.env['SEKISHO_REQUIRE_AWS'] === '1';
const hasAws = spawnSync('aws', ['--version']).status === 0;

describe.skipIf(!hasAws && !required)('the aws command', () => {
  test('gets a lease by a profile of `aws config --credential-process`', async () => {
    const file = join(lending.home, 'aws-config');
    await lending.run(['config', '--credential-process', '--write', '--out', file]);
    writeFileSync(
      join(lending.home, 'sekisho'),
      `#!/bin/sh\nexec ${process.execPath} ${bin} "$@"\n`,
      {
        mode: 0o700,
      },
    );
    const env = {
      ...lending.env,
      ...because,
      PATH: `${lending.home}:${process.env['PATH'] ?? ''}`,
      AWS_CONFIG_FILE: file,
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    };
    const who = ['sts', 'get-caller-identity', '--query', 'Arn', '--output', 'text'];
    const { stdout } = await promisify(execFile)(
      'aws',
      [...who, '--profile', 'production-ReadOnly'],
      { env },
    );
    expect(stdout.trim()).toContain('assumed-role/ASIA111122223333ReadOnly/');
    expect(lending.lease?.reason).toBe('look at the queue');
  }, 60_000);
});
