import { describe, expect, it } from 'vitest';
import type { AccessBench } from './bench.ts';

export function describeDirectory(bench: AccessBench): void {
  describe('the directory', () => {
    it('tells permission sets with how long their sessions live', async () => {
      const { cloud, scope, facts } = bench.judge();
      const arn = expect.stringMatching(/\/(sso)?ins-[^/]+\/ps-/);
      expect(await cloud.permissionSets(scope)).toContainEqual({ ...facts.permissionSet, arn });
    });

    it('tells the active accounts, and which of them owns the organization', async () => {
      const { cloud, scope, facts } = bench.judge();
      const accounts = await cloud.accounts(scope);
      expect(accounts.filter(({ management }) => management).map(({ id }) => id)).toEqual([
        facts.management,
      ]);
      expect(accounts).toContainEqual(
        expect.objectContaining({ id: facts.account, management: false, active: true }),
      );
    });

    it('finds a user by e-mail and by user name, in any letter case', async () => {
      const { cloud, scope, facts } = bench.judge();
      const { email, userName } = facts;
      const found = await cloud.findUser(scope, email);
      expect(found).toMatchObject({ userName, email, active: true });
      for (const name of [email.toUpperCase(), userName, userName.toUpperCase()]) {
        expect(await cloud.findUser(scope, name)).toEqual(found);
      }
      expect(await cloud.users(scope)).toContainEqual(found);
    });

    it('finds nobody by a name that nobody has', async () => {
      const { cloud, scope } = bench.judge();
      expect(await cloud.findUser(scope, 'nobody@example.com')).toBeNull();
    });

    bench.needs(
      'disabled users',
      'says of a user who may not sign in that they may not',
      async () => {
        const { cloud, scope, facts } = bench.judge();
        expect(await cloud.findUser(scope, facts.disabled)).toMatchObject({ active: false });
      },
    );

    it('of another account than the one meant is refused', async () => {
      const { cloud, scope } = bench.judge();
      const wrong = { ...scope, account: '777777777777' };
      await expect(cloud.users(wrong)).rejects.toMatchObject({ failure: 'denied' });
    });
  });
}
