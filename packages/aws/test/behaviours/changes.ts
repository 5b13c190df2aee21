import type { InstanceState, OpsInstance } from '@sekisho/core/cloud';
import { describe, expect, it } from 'vitest';
import type { Bench } from '../bench.ts';
import type { CloudJudge } from '../harness.ts';
import { eventually } from '../judges/eventually.ts';
import { launchOne } from './launching.ts';

export function describeChanges(bench: Bench<CloudJudge>): void {
  describe('a change', () => {
    it('terminates, and terminating again is no error', async () => {
      const { cloud, scope } = bench.judge();
      const instance = await launchOne(bench);
      await reaches(bench, instance, ['pending', 'running']);
      await cloud.terminate(scope, instance.instanceId);
      await cloud.terminate(scope, instance.instanceId);
      await reaches(bench, instance, ['shutting-down', 'terminated']);
    });

    it('terminates what was launched this moment when it is asked again', async () => {
      const { cloud, scope } = bench.judge();
      const instance = await launchOne(bench);
      await eventually(bench.patienceMs, async () => {
        await cloud.terminate(scope, instance.instanceId);
        expect(['shutting-down', 'terminated']).toContain((await look(bench, instance))?.state);
      });
    });

    bench.needs('unknown instances', 'terminates what never was without an error', async () => {
      const { cloud, scope, looks } = bench.judge();
      await cloud.terminate(scope, looks.unknownInstance);
    });

    it('reboots a running instance, which stays', async () => {
      const { cloud, scope } = bench.judge();
      const instance = await launchOne(bench);
      await reaches(bench, instance, ['running']);
      await cloud.reboot(scope, instance.instanceId);
      await reaches(bench, instance, ['running']);
    });

    it('stops a running instance', async () => {
      const { cloud, scope } = bench.judge();
      const instance = await launchOne(bench);
      await reaches(bench, instance, ['running']);
      await cloud.stop(scope, instance.instanceId);
      await reaches(bench, instance, ['stopping', 'stopped']);
    });

    it('tags an instance and leaves its other tags', async () => {
      const { cloud, scope } = bench.judge();
      const instance = await launchOne(bench);
      await eventually(bench.patienceMs, () =>
        cloud.tag(scope, instance.instanceId, { 'sekisho:holder': 'taro' }),
      );
      await eventually(bench.patienceMs, async () => {
        const found = await look(bench, instance);
        expect(found?.tags).toEqual({ ...instance.tags, 'sekisho:holder': 'taro' });
      });
    });

    bench.needs('unknown instances', 'of an instance that never was is not found', async () => {
      const { cloud, scope, looks } = bench.judge();
      const notFound = { name: 'CloudError', failure: 'not-found' };
      await expect(cloud.reboot(scope, looks.unknownInstance)).rejects.toMatchObject(notFound);
      await expect(cloud.stop(scope, looks.unknownInstance)).rejects.toMatchObject(notFound);
    });

    bench.needs('tagging checks instance', 'tagging what never was is not found', async () => {
      const { cloud, scope, looks } = bench.judge();
      await expect(cloud.tag(scope, looks.unknownInstance, { a: 'b' })).rejects.toMatchObject({
        failure: 'not-found',
      });
    });
  });
}

async function look(
  bench: Bench<CloudJudge>,
  { tags }: OpsInstance,
): Promise<OpsInstance | undefined> {
  const { cloud, scope } = bench.judge();
  const found = await cloud.instancesByTag(scope, 'sekisho:lease', [tags['sekisho:lease'] ?? '']);
  return found[0];
}

async function reaches(
  bench: Bench<CloudJudge>,
  instance: OpsInstance,
  states: readonly InstanceState[],
) {
  await eventually(bench.patienceMs, async () => {
    expect(states).toContain((await look(bench, instance))?.state);
  });
}
