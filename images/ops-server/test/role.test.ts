import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DescribeInstancesCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { startPracticeAws } from '@sekisho/practice/aws';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DebianRoot, openRoot, withoutRoot } from './debian-root.ts';
import { startLogsService } from './logs-service.ts';
import { type Metadata, startMetadataService } from './metadata-service.ts';
import { playbook, programs, role } from './places.ts';
import { present, required, run } from './run.ts';

const minutes = 60_000;
const lib = '/usr/local/lib/sekisho';
const metadata: Metadata = { instanceId: 'i-0123', tags: {}, silent: false };
let service: Awaited<ReturnType<typeof startMetadataService>>;
beforeAll(async () => {
  service = await startMetadataService(metadata);
});
afterAll(() => service.close());
beforeEach(() => {
  Object.assign(metadata, { instanceId: 'i-0123', tags: {}, silent: false });
});

describe.skipIf(withoutRoot)('the role on a bookworm root', () => {
  let root: DebianRoot;
  let first: string;
  beforeAll(async () => {
    root = await openRoot();
    const applied = await root.apply();
    first = applied.stdout;
    expect(applied.code, first + applied.stderr).toBe(0);
  }, 15 * minutes);
  afterAll(() => root?.remove(), 5 * minutes);

  // With a slash at its end, which the aws command of Debian wants.
  const here = () => ({ AWS_EC2_METADATA_SERVICE_ENDPOINT: `${service.url}/` });
  const ask = async (script: string, env = {}) => {
    const { code, stdout, stderr } = await root.inside(script, { ...here(), ...env });
    expect(code, `${script}: ${stdout}${stderr}`).toBe(0);
    return stdout.trim();
  };
  const put = (path: string, text: string) => {
    mkdirSync(join(root.path, dirname(path)), { recursive: true });
    writeFileSync(join(root.path, path), text, { mode: 0o755 });
  };

  it('says loudly that a root without the SSM agent was left so', () => {
    expect(first).toContain('THERE IS NO SSM AGENT');
  });

  it(
    'changes nothing the second time',
    async () => {
      const { code, stdout } = await root.apply();
      expect(stdout).toMatch(/changed=0 +unreachable=0 +failed=0/);
      expect(code).toBe(0);
    },
    5 * minutes,
  );

  it('brings the commands that people come for, and no SSH server', async () => {
    const asked = ['psql', 'mysql', 'redis-cli', 'aws', 'curl', 'jq', 'tmux', 'less'];
    for (const command of asked) {
      const flag = command === 'tmux' ? '-V' : '--version';
      expect(await ask(`${command} ${flag}`)).toMatch(/\d/);
    }
    expect(await ask('sekisho-hold --help 2>&1 || true')).toContain('sekisho-hold COMMAND');
    expect(await ask('command -v sshd || echo none')).toBe('none');
    expect(await ask('readlink /etc/systemd/system/ssh.service')).toBe('/dev/null');
  });

  it('has units that systemd understands, started at boot', async () => {
    const names = ['hard-maximum.timer', 'heartbeat.timer', 'holder.timer', 'ship-logs.service'];
    const units = names.map((name) => `sekisho-${name}`);
    const verified = await run('systemd-analyze', [`--root=${root.path}`, 'verify', ...units]);
    expect(verified).toMatchObject({ code: 0, stderr: '' });
    const watching = [...units, 'auditd.service', 'nftables.service', 'chrony.service'];
    const enabled = await ask(`systemctl is-enabled ${watching.join(' ')}`);
    expect(enabled.split('\n')).toEqual(watching.map(() => 'enabled'));
  });

  it('has a packet filter and updates that their programs accept', async () => {
    await run('unshare', [
      '--net',
      'chroot',
      root.path,
      'nft',
      '-c',
      '-f',
      '/etc/nftables.conf',
    ]).then((checked) => expect(checked).toMatchObject({ code: 0 }));
    const settings = await ask('apt-config dump');
    expect(settings).toContain('APT::Periodic::Unattended-Upgrade "1"');
    expect(settings).toContain('label=Debian-Security');
  });

  it('lets a holder in under their own name, without powers, and shuts the one before', async () => {
    const become = (holder: string) => {
      metadata.tags['sekisho:holder'] = holder;
      return ask(`${lib}/holder 2>&1; getent passwd mika taro; sudo -n -l -U mika 2>&1 || true`);
    };
    expect(await become('mika')).toMatch(/^mika:x:\d{4}:.*:\/bin\/bash$/m);
    const handedOver = await become('taro');
    expect(handedOver).toMatch(/^mika:.*nologin$/m);
    expect(handedOver).toMatch(/^taro:.*\/bin\/bash$/m);
    expect(await ask('getent shadow mika taro | cut -d : -f 2,8')).toBe('!:1\n!:');
    for (const name of ['root', 'sekisho-logs', 'x; id', 'a'.repeat(33), '']) {
      expect(await become(name).catch(String)).not.toMatch(/\/bin\/bash$/m);
    }
    expect(await become('mika')).toMatch(/^mika:.*\/bin\/bash$/m);
    metadata.silent = true;
    expect(await become('taro').catch(String)).toMatch(/^mika:.*\/bin\/bash$/m);
  });

  it('writes its heartbeat while a process is held, and at no other time', async () => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'sekisho-heartbeat-'));
    const aws = await startPracticeAws({ port: 0, dataDirectory, seed: 1 });
    const keys = { accessKeyId: 'practice', secretAccessKey: 'practice' };
    const ec2 = new EC2Client({ endpoint: aws.url, region: 'ap-northeast-1', credentials: keys });
    const launch = { LaunchTemplateName: 'sekisho-ops-server' };
    const { Instances } = await ec2.send(
      new RunInstancesCommand({ MinCount: 1, MaxCount: 1, LaunchTemplate: launch }),
    );
    metadata.instanceId = Instances?.[0]?.InstanceId ?? '';
    const beat = async () => {
      const seen = await ec2.send(new DescribeInstancesCommand({}));
      const tags = seen.Reservations?.[0]?.Instances?.[0]?.Tags ?? [];
      return tags.find(({ Key }) => Key === 'sekisho:heartbeat')?.Value ?? null;
    };
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const endpoint = { SEKISHO_EC2_ENDPOINT: aws.url };
    await ask(`${lib}/heartbeat`, endpoint);
    expect(await beat()).toBeNull();
    await ask(`sekisho-hold sleep 60 && sleep 0.5 && ${lib}/heartbeat`, endpoint);
    expect(Date.now() - Date.parse((await beat()) ?? '')).toBeLessThan(30_000);
    ec2.destroy();
    await aws.close();
    rmSync(dataDirectory, { recursive: true });
  });

  it('holds while a command runs, also one that ran before, and ends with it', async () => {
    const held = 'pgrep -xc sekisho-hold || true';
    const alone = await ask(`sekisho-hold sleep 1 >&2; sleep 0.3; ${held}; sleep 1.5; ${held}`);
    expect(alone).toBe('1\n0');
    const begun = `sleep 1 & sekisho-hold --pid $! >&2; sleep 0.3; ${held}; sleep 2.5; ${held}`;
    expect(await ask(begun)).toBe('1\n0');
  });

  it('ships what happens as it happens, through failures, and goes on where it was', async () => {
    const logs = await startLogsService(2);
    const record = (number: number) =>
      JSON.stringify({
        __CURSOR: `cursor-${number}`,
        __REALTIME_TIMESTAMP: String((1_700_000_000_000 + number) * 1000),
        ...{ MESSAGE: number === 2 ? [240, 159, 154, 167] : `happened ${number}` },
        SYSLOG_IDENTIFIER: 'audisp-syslog',
      });
    const journal = (lines: string) => put('/tmp/fakes/journalctl', `#!/bin/sh\n${lines}\n`);
    const ship = () =>
      root.inside(`${lib}/ship-logs`, {
        ...here(),
        SEKISHO_LOGS_ENDPOINT: logs.url,
        SEKISHO_LOG_GROUP: '/sekisho/ops-server',
        STATE_DIRECTORY: '/tmp',
      });
    journal(`echo "$@" >/tmp/arguments; echo '${record(1)}'; sleep 6; echo '${record(2)}'`);
    expect((await ship()).stderr).toContain('journalctl has ended');
    const messages = () =>
      logs.taken.map(({ logEvents }) => logEvents.map((each) => JSON.parse(each.message).message));
    expect(messages()).toEqual([['happened 1'], ['🚧']]);
    expect(logs.taken[0]).toMatchObject({ logStreamName: 'i-0123' });
    journal(`echo "$@" >/tmp/arguments; echo '${record(3)}'`);
    await ship();
    expect(messages().at(-1)).toEqual(['happened 3']);
    expect(await ask('cat /tmp/arguments /tmp/cursor')).toMatch(
      /--after-cursor=cursor-2\ncursor-3$/,
    );
    await logs.close();
  });

  it(
    'hardens SSH where it is asked for, by certificates alone',
    async () => {
      const refused = await root.apply({ ops_server_sshd: true }, '--tags', 'sshd');
      expect(refused.stdout).toContain('Set ops_server_sshd_user_ca');
      await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(root.path, 'tmp/ca')]);
      const authority = readFileSync(join(root.path, 'tmp/ca.pub'), 'utf8').trim();
      const settings = { ops_server_sshd: true, ops_server_sshd_user_ca: authority };
      const applied = await root.apply(settings, '--tags', 'sshd');
      expect(applied.code, applied.stdout).toBe(0);
      const running = await ask('mkdir -p /run/sshd && sshd -t && sshd -T -C user=mika');
      for (const line of [
        'passwordauthentication no',
        'permitrootlogin no',
        'listenaddress 127.0.0.1:22',
      ]) {
        expect(running).toContain(line);
      }
      expect(running).toContain('authorizedkeysfile none');
    },
    5 * minutes,
  );
});

describe('the sources of the role', () => {
  const linted = present('ansible-lint') || required;
  if (!linted) console.log('SKIPPED: there is no ansible-lint (apt-get install ansible-lint).');
  it.skipIf(!linted)(
    'pass ansible-lint for production',
    async () => {
      const args = ['--offline', '--nocolor', '--profile', 'production', playbook];
      const { code, stdout, stderr } = await run('ansible-lint', args);
      expect(code, stdout + stderr).toBe(0);
    },
    2 * minutes,
  );

  const checked = present('shellcheck') || required;
  if (!checked) console.log('SKIPPED: there is no shellcheck (apt-get install shellcheck).');
  it.skipIf(!checked)('pass shellcheck', async () => {
    const scripts = ['metadata.sh', 'hard-maximum', 'heartbeat', 'holder'];
    const files = [
      ...scripts.map((name) => join(programs, name)),
      join(role, 'files/bin/sekisho-hold'),
    ];
    const { code, stdout } = await run('shellcheck', ['-x', '-P', programs, ...files]);
    expect(stdout).toBe('');
    expect(code).toBe(0);
  });
});
