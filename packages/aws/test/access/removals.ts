import { describe, expect, it } from 'vitest';
import { type AccessBench, wantedAssignment } from './bench.ts';

export function describeRemovals(bench: AccessBench): void {
  describe('a schedule that removes access', () => {
    it('is armed, moved and removed, each twice to the same end', async () => {
      const judge = bench.judge();
      const { cloud, scope } = judge;
      const removal = { kind: 'assignment' as const, assignment: await wantedAssignment(judge) };
      const name = 'sekisho-access-contract-assignment';
      expect(await cloud.removalArmedFor(scope, name)).toBeNull();
      for (const at of ['2099-01-01T00:00:00.000Z', '2098-01-01T12:34:56.000Z']) {
        for (let time = 0; time < 2; time++) {
          await cloud.armRemoval(scope, { name, at, removal });
          expect(await cloud.removalArmedFor(scope, name)).toBe(at);
        }
      }
      for (let time = 0; time < 2; time++) await cloud.disarmRemoval(scope, name);
      expect(await cloud.removalArmedFor(scope, name)).toBeNull();
    });

    bench.needs(
      'membership ids',
      'needs a membership to be there before it can remove it',
      async () => {
        const judge = bench.judge();
        const { cloud, scope, facts } = judge;
        const { id: userId } = (await wantedAssignment(judge)).principal;
        const groups = await cloud.groups(scope);
        const groupId = groups.find(({ name }) => name === facts.group)?.groupId ?? '';
        const removal = { kind: 'membership' as const, groupId, userId };
        const order = {
          name: 'sekisho-access-contract-membership',
          at: '2099-01-01T00:00:00.000Z',
          removal,
        };
        await expect(cloud.armRemoval(scope, order)).rejects.toMatchObject({
          failure: 'not-found',
        });
        await cloud.addMember(scope, groupId, userId);
        await cloud.armRemoval(scope, order);
        expect(await cloud.removalArmedFor(scope, order.name)).toBe(order.at);
        await cloud.disarmRemoval(scope, order.name);
        await cloud.removeMember(scope, groupId, userId);
      },
    );
  });
}
