import { describe, expect, it } from 'vitest';
import type { Bench } from '../bench.ts';
import type { CloudJudge } from '../harness.ts';
import { orderFor } from './launching.ts';

export function describeLaunch(bench: Bench<CloudJudge>): void {
  describe('a launch', () => {
    it('answers with a starting instance that bears token, size, image and tags', async () => {
      const { cloud, scope, template, looks } = bench.judge();
      const order = await orderFor(bench);
      const instance = await cloud.launch(scope, order);
      expect(instance.instanceId).toMatch(looks.instanceId);
      expect(['pending', 'running']).toContain(instance.state);
      expect(instance.clientToken).toBe(order.clientToken);
      expect(instance.instanceType).toBe(template.instanceType);
      expect(instance.imageId).toMatch(looks.imageId);
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
        const { cloud, scope, looks } = bench.judge();
        const order = await orderFor(bench);
        await cloud.launch(scope, order);
        const other = { ...order, instanceType: looks.otherSize };
        await expect(cloud.launch(scope, other)).rejects.toMatchObject({
          failure: 'token-mismatch',
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
