import { DescribeNetworkInterfacesCommand, DescribeVolumesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import type { Bench } from '../bench.ts';
import { eventually } from '../judges/eventually.ts';
import { orderFor } from './launching.ts';

export function describeLaunch(bench: Bench): void {
  describe('a launch', () => {
    it('answers with a starting instance that bears token, size, image and tags', async () => {
      const { cloud, scope, template } = bench.judge();
      const order = await orderFor(bench);
      const instance = await cloud.launch(scope, order);
      expect(instance.instanceId).toMatch(/^i-/);
      expect(['pending', 'running']).toContain(instance.state);
      expect(instance.clientToken).toBe(order.clientToken);
      expect(instance.instanceType).toBe(template.instanceType);
      expect(instance.imageId).toMatch(/^ami-/);
      expect(instance.tags).toMatchObject(order.tags);
    });

    bench.needs(
      'token replay',
      'repeated with its token answers with the same instance',
      async () => {
        const { cloud, scope } = bench.judge();
        const order = await orderFor(bench);
        const first = await cloud.launch(scope, order);
        const again = await cloud.launch(scope, order);
        expect(again.instanceId).toBe(first.instanceId);
      },
    );

    bench.needs(
      'token mismatch',
      'repeated with its token and another size is a mismatch',
      async () => {
        const { cloud, scope } = bench.judge();
        const order = await orderFor(bench);
        await cloud.launch(scope, order);
        const other = { ...order, instanceType: 't3.small' };
        await expect(cloud.launch(scope, other)).rejects.toMatchObject({
          failure: 'token-mismatch',
        });
      },
    );

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

    bench.needs(
      'launch checks template',
      'of a template that does not exist is not found',
      async () => {
        const { cloud, scope } = bench.judge();
        const order = { ...(await orderFor(bench)), launchTemplateId: 'lt-0123456789abcdef0' };
        await expect(cloud.launch(scope, order)).rejects.toMatchObject({ failure: 'not-found' });
      },
    );

    it('with a version that is not a number is refused before it is sent', async () => {
      const { cloud, scope } = bench.judge();
      const order = { ...(await orderFor(bench)), version: '$Latest' };
      await expect(cloud.launch(scope, order)).rejects.toMatchObject({ failure: 'invalid' });
    });
  });
}

function asRecord(tags: { Key?: string | undefined; Value?: string | undefined }[] | undefined) {
  return Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key, Value]));
}
