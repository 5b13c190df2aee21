import type { OpsCloud } from '@sekisho/core/cloud';
import { describe, expect, it } from 'vitest';
import { timelessCloud } from '../../../../../test/support/engine-bench.ts';
import { opsLimits } from '../../ops/index.ts';
import { checkAfterWaiting } from './after-waiting.ts';
import { limitCloud } from './limit-cloud.ts';
import type { RateLimiter } from './rate-limiter.ts';

const scope = { environment: 'staging', account: '222222222222', region: 'ap-northeast-1' };

function limited(allowed: boolean) {
  const asked: string[] = [];
  const slowed: string[] = [];
  const limiter: RateLimiter = {
    take: async (bucket) => {
      asked.push(bucket);
      return allowed;
    },
    slowDown: async (bucket) => void slowed.push(bucket),
  };
  const inner = timelessCloud();
  return { asked, slowed, inner, cloud: limitCloud<OpsCloud>(inner, limiter, opsLimits) };
}

describe('limitCloud', () => {
  it('asks the bucket of the account, the region and the API before each call', async () => {
    const { asked, cloud } = limited(true);
    await cloud.instancesByTag(scope, 'sekisho:lease', ['a']);
    await cloud.sessions(scope, []);
    expect(asked).toEqual([
      '222222222222/ap-northeast-1/ec2:DescribeInstances',
      '222222222222/ap-northeast-1/ssm',
    ]);
  });

  it('does not let a crowd of one EC2 call use up the turns of another', () => {
    const { terminate, tag, launch, stop, reboot, instancesByTag, resolveTemplate } = opsLimits;
    const ec2 = [terminate, tag, launch, stop, reboot, instancesByTag, resolveTemplate];
    expect(new Set(ec2.map(({ api }) => api)).size).toBe(ec2.length);
  });

  it('takes at most four fifths of what AWS allows at once, and a second', () => {
    expect(opsLimits.launch).toMatchObject({ perSecond: 1.6, burst: 4 });
    expect(opsLimits.stop).toMatchObject({ perSecond: 4, burst: 40 });
    expect(opsLimits.terminate).toMatchObject({ perSecond: 4, burst: 80 });
    expect(opsLimits.tag).toMatchObject({ perSecond: 8, burst: 80 });
    expect(opsLimits.instancesByTag).toMatchObject({ perSecond: 16, burst: 80 });
  });

  it('makes no call when the limit is used up, and says throttled', async () => {
    const { cloud, inner } = limited(false);
    const wanted = { name: 'sekisho-a', lease: 'a', at: '2026-05-01T00:00:00Z' };
    await expect(cloud.arm(scope, wanted)).rejects.toMatchObject({ failure: 'throttled' });
    expect(inner.world.schedules.size).toBe(0);
  });

  it('has the caller check again that it may call, after it had to wait', async () => {
    const { cloud, inner } = limited(true);
    const wanted = { name: 'sekisho-a', lease: 'a', at: '2026-05-01T00:00:00Z' };
    const lost = () => Promise.reject(new Error('the claim was lost'));
    const call = checkAfterWaiting(lost, () => cloud.arm(scope, wanted));
    await expect(call).rejects.toThrow('the claim was lost');
    expect(inner.world.schedules.size).toBe(0);
  });

  it('slows everybody down when AWS complains', async () => {
    const { slowed, cloud, inner } = limited(true);
    inner.world.faults = [{ kind: 'throttle', times: 1 }];
    const call = cloud.instancesByTag(scope, 'sekisho:lease', ['a']);
    await expect(call).rejects.toMatchObject({ failure: 'throttled' });
    expect(slowed).toEqual(['222222222222/ap-northeast-1/ec2:DescribeInstances']);
    inner.world.faults = [{ kind: 'denied', times: 1 }];
    await expect(cloud.terminate(scope, 'i-00000000000000000')).rejects.toThrow();
    expect(slowed).toHaveLength(1);
  });
});
