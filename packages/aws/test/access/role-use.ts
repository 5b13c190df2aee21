import { describe, expect, it } from 'vitest';
import type { AccessBench } from './bench.ts';

export function describeRoleUse(bench: AccessBench): void {
  describe('the roles of an account', () => {
    it('are listed with when they were made', async () => {
      const { cloud, scope, facts } = bench.judge();
      const found = (await cloud.iamRoles(scope)).find(({ name }) => name === facts.unusedRole);
      expect(found).toEqual({
        ...{ name: facts.unusedRole, path: '/' },
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      });
    });

    it('tell when nobody used them, and when there is none of a name', async () => {
      const { cloud, scope, facts } = bench.judge();
      const never = { lastUsedAt: null, region: null };
      expect(await cloud.roleUse(scope, facts.unusedRole)).toEqual(never);
      expect(await cloud.roleUse(scope, 'no-such-role')).toBeNull();
    });

    bench.needs('used roles', 'tell when and where somebody last used them', async () => {
      const { cloud, scope } = bench.judge();
      await cloud.accounts(scope);
      const name = scope.roleArn?.split('/').at(-1) ?? '';
      const { lastUsedAt, region } = (await cloud.roleUse(scope, name)) ?? {};
      expect(Date.now() - Date.parse(lastUsedAt ?? '')).toBeLessThan(600_000);
      expect(region).toBe(scope.region);
    });
  });
}
