import { execFileSync } from 'node:child_process';
import { afterAll, expect, inject, test } from 'vitest';
import { printed, run } from './support/cli.ts';
import { clearHouse, lend } from './support/judge.ts';

afterAll(clearHouse);

const installed = hasAws();
const required = process.env.SEKISHO_REQUIRE_AWS === '1';

test.skipIf(!installed && !required)(
  'shows the lent server to the real aws command, which need be told the endpoint only',
  async () => {
    const lease = await lend('engineer', { environment: 'staging', reason: 'seen by aws' });
    const filter = `Name=tag:sekisho:lease,Values=${lease.id}`;
    const answer = printed<Described>(
      await run(
        'aws',
        ['--endpoint-url', inject('practice').awsUrl]
          .concat(['ec2', 'describe-instances', '--filters', filter])
          .concat(['--region', lease.region, '--output', 'json']),
        { AWS_ACCESS_KEY_ID: 'practice', AWS_SECRET_ACCESS_KEY: 'practice', AWS_PAGER: '' },
      ),
    );
    const [instance] = answer.Reservations.flatMap(({ Instances }) => Instances);
    expect(instance).toMatchObject({ InstanceId: lease.instanceId, State: { Name: 'running' } });
    const tags = new Map(instance?.Tags.map(({ Key, Value }) => [Key, Value]));
    expect(tags.get('sekisho:holder')).toBe('engineer');
  },
);

if (!installed && !required) {
  console.log('SKIPPED: the aws command is not installed (apt-get install awscli).');
}

interface Described {
  readonly Reservations: readonly {
    readonly Instances: readonly {
      readonly InstanceId: string;
      readonly State: { readonly Name: string };
      readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
    }[];
  }[];
}

function hasAws(): boolean {
  try {
    execFileSync('aws', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
