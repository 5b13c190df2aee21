import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeInstancesCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { startPracticeAws } from '@sekisho/practice/aws';
import { expect, it } from 'vitest';
import type { Bench } from './bench.ts';
import { startLogsService } from './logs-service.ts';

const lib = '/usr/local/lib/sekisho';

/** What the programs of the role do, on a root that it was applied to. */
export function testPrograms(at: () => Bench): void {
  it('lets a holder in under their own name, without powers, and shuts the one before', async () => {
    const become = (holder: string) => {
      at().metadata.tags['sekisho:holder'] = holder;
      return at().ask(
        `${lib}/holder 2>&1; getent passwd mika taro; sudo -n -l -U mika 2>&1 || true`,
      );
    };
    expect(await become('mika')).toMatch(/^mika:x:\d{4}:.*:\/bin\/bash$/m);
    const handedOver = await become('taro');
    expect(handedOver).toMatch(/^mika:.*nologin$/m);
    expect(handedOver).toMatch(/^taro:.*\/bin\/bash$/m);
    expect(await at().ask('getent shadow mika taro | cut -d : -f 2,8')).toBe('!:1\n!:');
    for (const name of ['root', 'sekisho-logs', 'x; id', 'a'.repeat(33), '']) {
      expect(await become(name).catch(String)).not.toMatch(/\/bin\/bash$/m);
    }
    expect(await become('mika')).toMatch(/^mika:.*\/bin\/bash$/m);
    at().metadata.silent = true;
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
    at().metadata.instanceId = Instances?.[0]?.InstanceId ?? '';
    const beat = async () => {
      const seen = await ec2.send(new DescribeInstancesCommand({}));
      const tags = seen.Reservations?.[0]?.Instances?.[0]?.Tags ?? [];
      return tags.find(({ Key }) => Key === 'sekisho:heartbeat')?.Value ?? null;
    };
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const endpoint = { SEKISHO_EC2_ENDPOINT: aws.url };
    await at().ask(`${lib}/heartbeat`, endpoint);
    expect(await beat()).toBeNull();
    await at().ask(`sekisho-hold sleep 60 && sleep 0.5 && ${lib}/heartbeat`, endpoint);
    expect(Date.now() - Date.parse((await beat()) ?? '')).toBeLessThan(30_000);
    ec2.destroy();
    await aws.close();
    rmSync(dataDirectory, { recursive: true });
  });

  it('holds while a command runs, also one that ran before, and ends with it', async () => {
    const held = 'pgrep -xc sekisho-hold || true';
    const alone = await at().ask(
      `sekisho-hold sleep 1 >&2; sleep 0.3; ${held}; sleep 1.5; ${held}`,
    );
    expect(alone).toBe('1\n0');
    const begun = `sleep 1 & sekisho-hold --pid $! >&2; sleep 0.3; ${held}; sleep 2.5; ${held}`;
    expect(await at().ask(begun)).toBe('1\n0');
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
    const journal = (lines: string) => at().put('/tmp/fakes/journalctl', `#!/bin/sh\n${lines}\n`);
    const ship = () =>
      at().run(`${lib}/ship-logs`, {
        SEKISHO_LOGS_ENDPOINT: logs.url,
        SEKISHO_LOG_GROUP: '/sekisho/ops-servers',
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
    expect(await at().ask('cat /tmp/arguments /tmp/cursor')).toMatch(
      /--after-cursor=cursor-2\ncursor-3$/,
    );
    await logs.close();
  });
}
