import { RunInstancesCommand } from '@aws-sdk/client-ec2';
import { describe, expect } from 'vitest';
import type { Bench } from '../bench.ts';
import { eventually } from '../judges/eventually.ts';

const MANY = 205;

export function describeListingPages(bench: Bench): void {
  describe('a listing by tag', () => {
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
