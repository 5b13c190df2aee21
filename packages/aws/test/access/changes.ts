import { describe, expect, it } from 'vitest';
import { type AccessBench, carryOut, patiently, wantedAssignment } from './bench.ts';

export function describeChanges(bench: AccessBench): void {
  describe('an assignment', () => {
    it('is made and removed, each twice to the same end', async () => {
      const judge = bench.judge();
      const { cloud, scope } = judge;
      const wanted = await wantedAssignment(judge);
      const isThere = async () => {
        const all = await patiently(judge, () => cloud.assignments(scope, wanted));
        return all.some(({ principal }) => principal.id === wanted.principal.id);
      };
      expect(await isThere()).toBe(false);
      for (let time = 0; time < 2; time++) {
        expect(await carryOut(judge, 'assign', wanted)).toMatchObject({ status: 'succeeded' });
        expect(await isThere()).toBe(true);
      }
      // Where a second creation made a second one, both are removed.
      for (let time = 0; time < 3; time++) {
        expect(await carryOut(judge, 'unassign', wanted)).toMatchObject({ status: 'succeeded' });
      }
      expect(await isThere()).toBe(false);
    });

    bench.needs(
      'provisioned by account',
      'provisions its permission set to the account',
      async () => {
        const judge = bench.judge();
        const { cloud, scope } = judge;
        const wanted = await wantedAssignment(judge);
        const sets = () => patiently(judge, () => cloud.provisioned(scope, wanted.account));
        expect(await sets()).not.toContain(wanted.permissionSetArn);
        await carryOut(judge, 'assign', wanted);
        expect(await sets()).toContain(wanted.permissionSetArn);
        await carryOut(judge, 'unassign', wanted);
      },
    );

    bench.needs('changes take time', 'is in the way of another change of its account', async () => {
      const judge = bench.judge();
      const { cloud, scope } = judge;
      const wanted = await wantedAssignment(judge);
      const begun = await patiently(judge, () => cloud.assign(scope, wanted));
      expect(begun).toMatchObject({ status: 'in-progress', reason: null });
      await expect(cloud.unassign(scope, wanted)).rejects.toMatchObject({ failure: 'conflict' });
      await carryOut(judge, 'unassign', wanted);
    });

    bench.needs(
      'accounts fail in silence',
      'in an unknown account fails later, with a reason',
      async () => {
        const judge = bench.judge();
        const wanted = { ...(await wantedAssignment(judge)), account: '999999999999' };
        expect(await carryOut(judge, 'assign', wanted)).toMatchObject({
          status: 'failed',
          reason: expect.stringContaining('999999999999'),
        });
      },
    );

    it('that AWS has forgotten the making of is not found', async () => {
      const judge = bench.judge();
      const change = { kind: 'assign' as const, requestId: '0f0e0d0c-0b0a-4908-8706-050403020100' };
      await expect(judge.cloud.changeStatus(judge.scope, change)).rejects.toMatchObject({
        name: 'CloudError',
        failure: 'not-found',
      });
    });
  });
}
