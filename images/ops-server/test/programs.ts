import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeInstancesCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { startPracticeAws } from '@sekisho/practice/aws';
import { expect, it } from 'vitest';
import type { Bench } from './bench.ts';

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

  it('ends what an earlier holder runs, also what forks, and where the account cannot be shut', async () => {
    const { tags } = at().metadata;
    tags['sekisho:holder'] = 'mika';
    await at().ask(`${lib}/holder`);
    tags['sekisho:holder'] = 'taro';
    const full = 'case $* in *mika) exit 1 ;; *) exec /usr/sbin/usermod "$@" ;; esac';
    at().put('/tmp/fakes/usermod', `#!/bin/sh\n${full}\n`);
    at().put('/tmp/chain', '#!/bin/sh\necho on >>/tmp/alive\n/tmp/chain &\n');
    const asMika = 'setpriv --reuid=mika --regid=mika --clear-groups';
    const ended = await at().ask(
      `${asMika} sleep 99 & ${asMika} /tmp/chain & sleep 0.5; pgrep --uid mika sleep | wc -l
       ${lib}/holder 2>&1; rm /tmp/fakes/usermod; getent passwd taro
       before=$(wc -c </tmp/alive); sleep 0.5; echo $(($(wc -c </tmp/alive) - before)) more
       pgrep --uid mika --runstates D,R,S,T | wc -l`,
    );
    expect(ended).toMatch(/^1\nmika cannot be shut\ntaro:.*\/bin\/bash\n0 more\n0$/);
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
}
