import { describe, expect, it } from 'vitest';
import type { Bench } from '../bench.ts';
import type { CloudJudge } from '../harness.ts';

export function describeTemplate(bench: Bench<CloudJudge>): void {
  describe('a template', () => {
    it('is pinned to the number of its default version, with its image and the size asked for', async () => {
      const { cloud, scope, template, looks } = bench.judge();
      const resolved = await cloud.resolveTemplate(scope, template);
      expect(resolved.launchTemplateId).toMatch(looks.templateId);
      expect(resolved.version).toMatch(looks.version);
      expect(resolved.imageId).toMatch(looks.imageId);
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
      const { cloud, scope, template } = bench.judge();
      const missing = { ...template, name: bench.unique('missing') };
      await expect(cloud.resolveTemplate(scope, missing)).rejects.toMatchObject({
        name: 'CloudError',
        failure: 'not-found',
      });
    });
  });
}
