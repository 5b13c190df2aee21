import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './bench.ts';
import { withoutRoot } from './debian-root.ts';
import { testInspection } from './inspection.ts';
import { role } from './places.ts';
import { testPrograms } from './programs.ts';
import { run } from './run.ts';
import { testShipping } from './shipping.ts';

const minutes = 60_000;

describe.skipIf(withoutRoot)('the role on a bookworm root', () => {
  let bench: Bench;
  let first: string;
  beforeAll(async () => {
    bench = await openBench();
    const applied = await bench.root.apply();
    first = applied.stdout;
    expect(applied.code, first + applied.stderr).toBe(0);
  }, 15 * minutes);
  afterAll(() => bench?.close(), 5 * minutes);
  beforeEach(() => {
    Object.assign(bench.metadata, { instanceId: 'i-0123', tags: {}, silent: false });
  });

  testPrograms(() => bench);
  testShipping(() => bench);
  testInspection(() => bench);

  it('says loudly that a root without the SSM agent was left so', () => {
    expect(first).toContain('THERE IS NO SSM AGENT');
  });

  it(
    'changes nothing the second time',
    async () => {
      const { code, stdout } = await bench.root.apply();
      expect(stdout).toMatch(/changed=0 +unreachable=0 +failed=0/);
      expect(code).toBe(0);
    },
    5 * minutes,
  );

  it('brings the commands that people come for, and no SSH server', async () => {
    const asked = ['psql', 'mysql', 'redis-cli', 'aws', 'curl', 'jq', 'tmux', 'less'];
    for (const command of asked) {
      const flag = command === 'tmux' ? '-V' : '--version';
      expect(await bench.ask(`${command} ${flag}`)).toMatch(/\d/);
    }
    expect(await bench.ask('sekisho-hold --help 2>&1 || true')).toContain('sekisho-hold COMMAND');
    expect(await bench.ask('command -v sshd || echo none')).toBe('none');
    expect(await bench.ask('readlink /etc/systemd/system/ssh.service')).toBe('/dev/null');
  });

  it('has units that systemd understands, started at boot', async () => {
    const names = ['hard-maximum.timer', 'heartbeat.timer', 'holder.timer', 'ship-logs.service'];
    const units = [...names, 'inspect.service'].map((name) => `sekisho-${name}`);
    const verified = await run('systemd-analyze', [
      `--root=${bench.root.path}`,
      'verify',
      ...units,
    ]);
    expect(verified).toMatchObject({ code: 0, stderr: '' });
    const watching = [...units, 'auditd.service', 'nftables.service', 'chrony.service'];
    const enabled = await bench.ask(`systemctl is-enabled ${watching.join(' ')}`);
    expect(enabled.split('\n')).toEqual(watching.map(() => 'enabled'));
  });

  it('runs no user data, which whoever launches a server writes', async () => {
    const settings = await bench.ask('cat /etc/cloud/cloud.cfg.d/99-sekisho.cfg');
    expect(settings).toMatch(/^allow_userdata: false$/m);
  });

  it('lets sessions write less into the journal than the audit, which waits in a long queue', async () => {
    const unit = 'amazon-ssm-agent.service';
    const stand = join(bench.root.path, 'etc/systemd/system', unit);
    writeFileSync(stand, '[Service]\nExecStart=/bin/true\n');
    const verified = await run('systemd-analyze', [`--root=${bench.root.path}`, 'verify', unit]);
    rmSync(stand);
    expect(verified).toMatchObject({ code: 0, stderr: '' });
    const written = `cat /etc/systemd/system/${unit}.d/*.conf /etc/audit/auditd.conf`;
    expect(await bench.ask(written)).toMatch(/^LogRateLimitBurst=2000\n.*^q_depth = 10000$/ms);
  });

  it('has a packet filter and updates that their programs accept', async () => {
    await run('unshare', [
      '--net',
      'chroot',
      bench.root.path,
      'nft',
      '-c',
      '-f',
      '/etc/nftables.conf',
    ]).then((checked) => expect(checked).toMatchObject({ code: 0 }));
    const settings = await bench.ask('apt-config dump');
    expect(settings).toContain('APT::Periodic::Unattended-Upgrade "1"');
    expect(settings).toContain('label=Debian-Security');
  });

  it.skipIf(process.env['CI'] !== 'true')(
    'has audit rules that a kernel takes',
    async (context) => {
      const control = (...args: string[]) => run('chroot', [bench.root.path, 'auditctl', ...args]);
      // Rules of this machine's own are not to be lost.
      if (!(await control('-l')).stdout.startsWith('No rules')) return context.skip();
      const rules = readFileSync(join(role, 'files/audit.rules'), 'utf8').split('\n');
      const own = rules.filter((line) => /^-[aw] /.test(line) && !line.includes('/etc/amazon'));
      bench.put('/tmp/own.rules', `${own.join('\n')}\n`);
      const loaded = await control('-R', '/tmp/own.rules');
      const listed = (await control('-l')).stdout.trim().split('\n');
      await control('-D');
      expect(loaded.code, loaded.stderr).toBe(0);
      expect(listed).toHaveLength(own.length);
    },
  );

  it(
    'installs the SSM agent by its checksum alone',
    async () => {
      bench.put(
        '/tmp/agent/DEBIAN/control',
        'Package: amazon-ssm-agent\nVersion: 1.0\nArchitecture: all\n',
      );
      appendFileSync(
        join(bench.root.path, 'tmp/agent/DEBIAN/control'),
        'Maintainer: nobody <nobody@example.com>\nDescription: stands in for it\n',
      );
      const unit = '[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n';
      bench.put('/tmp/agent/lib/systemd/system/amazon-ssm-agent.service', unit);
      await bench.ask('dpkg-deb --build /tmp/agent /tmp/agent.deb');
      const sha256 = (await bench.ask('sha256sum /tmp/agent.deb')).slice(0, 64);
      const install = (checksum: string) =>
        bench.root.apply(
          {
            ops_server_ssm_agent_url: 'file:///tmp/agent.deb',
            ops_server_ssm_agent_sha256: checksum,
          },
          ...['--tags', 'agent'],
        );
      expect((await install('0'.repeat(64))).stdout).toContain('checksum');
      expect((await install('latest')).stdout).toContain('Set ops_server_ssm_agent_version');
      expect(await bench.ask('dpkg-query -W amazon-ssm-agent 2>&1 || true')).toContain(
        'no packages found',
      );
      expect((await install(sha256)).code).toBe(0);
      expect(await bench.ask('systemctl is-enabled amazon-ssm-agent.service')).toBe('enabled');
      expect((await install(sha256)).stdout).toContain('changed=0');
    },
    5 * minutes,
  );

  it(
    'hardens SSH where it is asked for, by certificates alone',
    async () => {
      const refused = await bench.root.apply({ ops_server_sshd: true }, '--tags', 'sshd');
      expect(refused.stdout).toContain('Set ops_server_sshd_user_ca');
      await run('ssh-keygen', [
        '-q',
        '-t',
        'ed25519',
        '-N',
        '',
        '-f',
        join(bench.root.path, 'tmp/ca'),
      ]);
      const authority = readFileSync(join(bench.root.path, 'tmp/ca.pub'), 'utf8').trim();
      const settings = { ops_server_sshd: true, ops_server_sshd_user_ca: authority };
      const applied = await bench.root.apply(settings, '--tags', 'sshd');
      expect(applied.code, applied.stdout).toBe(0);
      const running = await bench.ask('mkdir -p /run/sshd && sshd -t && sshd -T -C user=mika');
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
