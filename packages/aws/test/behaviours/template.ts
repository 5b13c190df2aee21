import { describe, expect, it } from 'vitest';
import type { Bench } from '../bench.ts';

export function describeTemplate(bench: Bench): void {
  describe('a template', () => {
    it('is pinned to the number of its default version, with its image and the size asked for', async () => {
      const { cloud, scope, template } = bench.judge();
      const resolved = await cloud.resolveTemplate(scope, template);
      expect(resolved.launchTemplateId).toMatch(/^lt-/);
      expect(resolved.version).toMatch(/^\d+$/);
      expect(resolved.imageId).toMatch(/^ami-/);
      expect(resolved.instanceType).toBe(template.instanceType);
      expect(Date.parse(resolved.imageCreatedAt ?? '')).toBeLessThanOrEqual(Date.now());
    });

    it('is found by its id as by its name', async () => {
      const { cloud, scope, template } = bench.judge();
      const byName = await cloud.resolveTemplate(scope, template);
      const byId = { ...template, name: byName.launchTemplateId };
      expect(await cloud.resolveTemplate(scope, byId)).toEqual(byName);
    });

    it('that does not exist is not found', async () => {
      const { cloud, scope } = bench.judge();
      const missing = { name: bench.unique('missing'), instanceType: 't3.micro' };
      await expect(cloud.resolveTemplate(scope, missing)).rejects.toMatchObject({
        name: 'CloudError',
        failure: 'not-found',
      });
    });
  });
}
