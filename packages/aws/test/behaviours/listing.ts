import { RunInstancesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import type { Bench } from '../bench.ts';
import { eventually } from '../judges/eventually.ts';
import { launchOne } from './launching.ts';

const MANY = 205;

export function describeListing(bench: Bench): void {
  describe('a listing by tag', () => {
    it('finds instances whose tag has one of the values, and no others', async () => {
      const { cloud, scope } = bench.judge();
      const [first, second] = [await launchOne(bench), await launchOne(bench)];
      await launchOne(bench);
      const leases = [first, second].map(({ tags }) => tags['sekisho:lease'] ?? '');
      await eventually(bench.patienceMs, async () => {
        const found = await cloud.instancesByTag(scope, 'sekisho:lease', [...leases, 'nobody']);
        const ids = found.map(({ instanceId }) => instanceId).sort();
        expect(ids).toEqual([first.instanceId, second.instanceId].sort());
      });
    });

    it('still shows what has just been terminated', async () => {
      const { cloud, scope } = bench.judge();
      const { instanceId, tags } = await launchOne(bench);
      await eventually(bench.patienceMs, async () => {
        await cloud.terminate(scope, instanceId);
        const values = [tags['sekisho:lease'] ?? ''];
        const [found] = await cloud.instancesByTag(scope, 'sekisho:lease', values);
        expect(['shutting-down', 'terminated']).toContain(found?.state);
      });
    });

    it('takes a star for a star', async () => {
      const { cloud, scope } = bench.judge();
      await launchOne(bench);
      expect(await cloud.instancesByTag(scope, 'sekisho:lease', ['lease-*'])).toEqual([]);
    });

    it('of no values asks nothing and finds nothing', async () => {
      const { cloud, scope } = bench.judge();
      expect(await cloud.instancesByTag(scope, 'sekisho:lease', [])).toEqual([]);
    });

    bench.needs('many instances', 'reads all pages and takes more than 200 values', async () => {
      const { cloud, scope, ec2, template } = bench.judge();
      const crowd = bench.unique('crowd');
      const command = new RunInstancesCommand({
        MinCount: MANY,
        MaxCount: MANY,
        LaunchTemplate: { LaunchTemplateName: template.name, Version: '1' },
        TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'crowd', Value: crowd }] }],
      });
      await ec2.send(command);
      const others = Array.from({ length: 250 }, (_, index) => `${crowd}-${index}`);
      await eventually(bench.patienceMs, async () => {
        const found = await cloud.instancesByTag(scope, 'crowd', [...others, crowd]);
        expect(new Set(found.map(({ instanceId }) => instanceId)).size).toBe(MANY);
      });
    });
  });
}
