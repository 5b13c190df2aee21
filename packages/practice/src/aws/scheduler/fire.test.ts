import { expect, it } from 'vitest';
import { accessOf } from '../sso/access.ts';
import { practiceIdentityCenter } from '../sso/place.ts';
import { practiceDirectory } from '../sso/seed-directory.ts';
import { createBench, start } from '../testing/bench.ts';

const { managementAccount, region, instanceArn, identityStoreId } = practiceIdentityCenter;
const home = { account: managementAccount, region };
const taro = practiceDirectory.userId('taro.suzuki');
const hour = 3_600_000;

const stray = {
  InstanceArn: instanceArn,
  TargetId: '111111111111',
  TargetType: 'AWS_ACCOUNT',
  PermissionSetArn: practiceDirectory.permissionSetArn('AdministratorAccess'),
  PrincipalType: 'USER',
  PrincipalId: taro,
};

function armed(action: string, input: unknown, retries?: number) {
  const bench = createBench();
  const policy = { MaximumRetryAttempts: retries };
  bench.call(
    'CreateSchedule',
    {
      Name: 'removal',
      ScheduleExpression: `at(${new Date(start + hour).toISOString().slice(0, 19)})`,
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: `arn:aws:scheduler:::aws-sdk:${action}`,
        RoleArn: `arn:aws:iam::${managementAccount}:role/sekisho-access-removal`,
        Input: JSON.stringify(input),
        ...(retries === undefined ? {} : { RetryPolicy: policy }),
      },
    },
    home,
  );
  const at = (time: number) => {
    bench.now = time;
    bench.call('ListInstances', {}, home);
    return accessOf(bench.world, taro).length;
  };
  return { bench, at };
}

it('takes an assignment away when its time has come, although nobody calls', () => {
  const { at } = armed('ssoadmin:deleteAccountAssignment', stray);
  expect([at(start + hour - 1), at(start + hour)]).toEqual([1, 0]);
});

it('takes a user out of a group', () => {
  const { bench, at } = armed('identitystore:deleteGroupMembership', {
    IdentityStoreId: identityStoreId,
    MembershipId: [...createBench().world.directory.memberships.values()].find(
      ({ userId }) => userId === taro,
    )?.id,
  });
  const isIn = () =>
    [...bench.world.directory.memberships.values()].some(({ userId }) => userId === taro);
  at(start + hour - 1);
  expect(isIn()).toBe(true);
  at(start + hour);
  expect(isIn()).toBe(false);
});

it('tries again after a conflict, with growing pauses', () => {
  const { bench, at } = armed('ssoadmin:deleteAccountAssignment', stray);
  bench.world.faults = [{ kind: 'conflict', times: 3 }];
  expect([at(start + hour + 6999), at(start + hour + 7000)]).toEqual([1, 0]);
  expect(bench.world.schedules.size).toBe(0);
});

it('tries no more often than its retry policy says', () => {
  const { bench, at } = armed('ssoadmin:deleteAccountAssignment', stray, 1);
  bench.world.faults = [{ kind: 'conflict', times: 2 }];
  expect(at(start + 2 * hour)).toBe(1);
  expect(bench.world.schedules.size).toBe(0);
});
