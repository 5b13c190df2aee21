import { describe, expect, it } from 'vitest';
import { type AccessBench, wantedAssignment } from './bench.ts';

export function describeMemberships(bench: AccessBench): void {
  describe('a group', () => {
    bench.needs(
      'membership ids',
      'takes a user in and lets one out, each twice to the same end',
      async () => {
        const judge = bench.judge();
        const { cloud, scope } = judge;
        const groupId = await groupOf(bench);
        const { id } = (await wantedAssignment(judge)).principal;
        const before = await cloud.members(scope, groupId);
        expect(before).not.toContain(id);
        for (let time = 0; time < 2; time++) {
          await cloud.addMember(scope, groupId, id);
          expect([...(await cloud.members(scope, groupId))].sort()).toEqual([...before, id].sort());
        }
        for (let time = 0; time < 2; time++) {
          await cloud.removeMember(scope, groupId, id);
          expect([...(await cloud.members(scope, groupId))].sort()).toEqual([...before].sort());
        }
      },
    );

    it('does not take in who is not in the directory', async () => {
      const { cloud, scope } = bench.judge();
      const stranger = '99999999-0000-4000-8000-999999999999';
      await expect(cloud.addMember(scope, await groupOf(bench), stranger)).rejects.toMatchObject({
        failure: 'not-found',
      });
    });
  });
}

async function groupOf(bench: AccessBench): Promise<string> {
  const { cloud, scope, facts } = bench.judge();
  const groups = await cloud.groups(scope);
  const found = groups.find(({ name }) => name === facts.group);
  if (found === undefined) throw new Error(`no group ${facts.group}`);
  return found.groupId;
}
