import { DescribeNetworkInterfacesCommand, DescribeVolumesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import type { Bench } from '../bench.ts';
import { eventually } from '../judges/eventually.ts';
import { orderFor } from './launching.ts';

export function describeLaunchTags(bench: Bench): void {
  describe('a launch', () => {
    it('tags the volume as it tags the instance', async () => {
      const { cloud, scope, ec2 } = bench.judge();
      const order = await orderFor(bench);
      const { instanceId } = await cloud.launch(scope, order);
      const filter = { Name: 'attachment.instance-id', Values: [instanceId] };
      await eventually(bench.patienceMs, async () => {
        const { Volumes } = await ec2.send(new DescribeVolumesCommand({ Filters: [filter] }));
        expect(Volumes?.length).toBeGreaterThan(0);
        expect(asRecord(Volumes?.[0]?.Tags)).toMatchObject(order.tags);
      });
    });

    bench.needs(
      'interface tags',
      'tags the network interface as it tags the instance',
      async () => {
        const { cloud, scope, ec2 } = bench.judge();
        const order = await orderFor(bench);
        const { instanceId } = await cloud.launch(scope, order);
        const command = new DescribeNetworkInterfacesCommand({
          Filters: [{ Name: 'attachment.instance-id', Values: [instanceId] }],
        });
        await eventually(bench.patienceMs, async () => {
          const { NetworkInterfaces } = await ec2.send(command);
          expect(NetworkInterfaces?.length).toBeGreaterThan(0);
          expect(asRecord(NetworkInterfaces?.[0]?.TagSet)).toMatchObject(order.tags);
        });
      },
    );
  });
}

function asRecord(tags: { Key?: string | undefined; Value?: string | undefined }[] | undefined) {
  return Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key, Value]));
}
