import { describe, expect, it } from 'vitest';
import { createBench, start } from '../testing/bench.ts';
import type { Place } from '../world/records.ts';
import type { Timing } from '../world/timing.ts';
import { accessOf } from './access.ts';
import type { AssignmentInput } from './input.ts';
import { practiceIdentityCenter } from './place.ts';
import { practiceDirectory } from './seed-directory.ts';

const { managementAccount, delegatedAdministrator, region, instanceArn } = practiceIdentityCenter;
const home = { account: managementAccount, region };
const userId = practiceDirectory.userId('taro.suzuki');
const staging = '222222222222';

function assignmentIn(account: string, set = 'ReadOnly'): AssignmentInput {
  return {
    InstanceArn: instanceArn,
    TargetId: account,
    TargetType: 'AWS_ACCOUNT',
    PermissionSetArn: practiceDirectory.permissionSetArn(set),
    PrincipalType: 'USER',
    PrincipalId: userId,
  };
}

function scene(timing: Partial<Timing> = {}) {
  const bench = createBench({ assignMs: 3000, assignRestMs: 2000, ...timing });
  const create = (account: string, set?: string, from: Place = home) =>
    bench.call('CreateAccountAssignment', assignmentIn(account, set), from)
      .AccountAssignmentCreationStatus;
  const remove = (account: string) =>
    bench.call('DeleteAccountAssignment', assignmentIn(account), home)
      .AccountAssignmentDeletionStatus;
  const statusOf = (id: string) => {
    const asked = { InstanceArn: instanceArn, AccountAssignmentCreationRequestId: id };
    return bench.call('DescribeAccountAssignmentCreationStatus', asked, home)
      .AccountAssignmentCreationStatus;
  };
  const allowed = () => {
    bench.call('ListInstances', {}, home);
    return accessOf(bench.world, userId).filter(({ account }) => account === staging);
  };
  return { bench, create, remove, statusOf, allowed };
}

describe('an account assignment', () => {
  it('is there some seconds after it was asked for, and gone some seconds after its end was', () => {
    const { bench, create, remove, statusOf, allowed } = scene();
    const { RequestId, Status } = create(staging);
    expect(Status).toBe('IN_PROGRESS');
    bench.now = start + 2999;
    expect([statusOf(RequestId).Status, allowed()]).toEqual(['IN_PROGRESS', []]);
    bench.now = start + 3000;
    expect(statusOf(RequestId).Status).toBe('SUCCEEDED');
    expect(allowed()).toEqual([{ account: staging, permissionSet: 'ReadOnly', via: 'user' }]);
    bench.now = start + 5000;
    remove(staging);
    expect(allowed()).toHaveLength(1);
    bench.now = start + 8000;
    expect(allowed()).toEqual([]);
  });

  it('cannot be changed while another change of its account is under way', () => {
    const { bench, create } = scene();
    create(staging);
    expect(() => create(staging, 'PowerUserAccess')).toThrow(/operation in progress/);
    expect(create('333333333333').Status).toBe('IN_PROGRESS');
    bench.now += 3000;
    expect(create(staging, 'PowerUserAccess').Status).toBe('IN_PROGRESS');
  });

  it('cannot be removed as soon as it was made', () => {
    const { bench, create, remove } = scene();
    create(staging);
    bench.now = start + 4999;
    expect(() => remove(staging)).toThrow(/operation in progress/);
    bench.now = start + 5000;
    expect(remove(staging).Status).toBe('IN_PROGRESS');
  });

  it('in an account that does not exist is accepted, and fails later', () => {
    const { bench, create, statusOf } = scene();
    const { RequestId, Status } = create('999999999999');
    expect(Status).toBe('IN_PROGRESS');
    bench.now += 3000;
    expect(statusOf(RequestId)).toMatchObject({
      Status: 'FAILED',
      FailureReason: expect.stringContaining('999999999999'),
    });
  });

  it('that is not there cannot be removed', () => {
    const { remove } = scene();
    expect(() => remove(staging)).toThrow(
      expect.objectContaining({ code: 'ResourceNotFoundException' }),
    );
  });

  it('in the management account cannot be made by the delegated administrator', () => {
    const { create } = scene();
    const delegated = { account: delegatedAdministrator, region };
    const denied = expect.objectContaining({ code: 'AccessDeniedException' });
    expect(() => create(managementAccount, 'ReadOnly', delegated)).toThrow(denied);
    expect(() => create(staging, 'ReadOnly', { account: staging, region })).toThrow(denied);
    expect(create(staging, 'ReadOnly', delegated).Status).toBe('IN_PROGRESS');
  });

  it('is refused when ten creations are under way', () => {
    const { bench, create } = scene();
    for (let account = 0; account < 10; account++) create(String(600000000000 + account));
    const refused = expect.objectContaining({ code: 'ThrottlingException' });
    expect(() => create(staging)).toThrow(refused);
    bench.now += 3000;
    expect(create(staging).Status).toBe('IN_PROGRESS');
  });

  it('fails, or takes longer, as the faults in force say', () => {
    const { bench, create, statusOf } = scene();
    bench.world.faults = [
      { kind: 'conflict', times: 1 },
      { kind: 'slow-change', delayMs: 60_000, times: 1 },
      { kind: 'change-fails', times: 1 },
    ];
    expect(() => create(staging)).toThrow(expect.objectContaining({ code: 'ConflictException' }));
    const { RequestId } = create(staging);
    bench.now += 62_999;
    expect(statusOf(RequestId).Status).toBe('IN_PROGRESS');
    bench.now += 1;
    expect(statusOf(RequestId).Status).toBe('FAILED');
  });

  it('is listed for a while after it was taken away, as the fault in force says', () => {
    const { bench, create, remove, allowed } = scene({ assignRestMs: 0 });
    const listed = () => {
      const { PermissionSetArn } = assignmentIn(staging);
      const asked = { InstanceArn: instanceArn, AccountId: staging, PermissionSetArn };
      return bench.call('ListAccountAssignments', asked, home).AccountAssignments.length;
    };
    bench.world.faults = [{ kind: 'stale-list', delayMs: 60_000 }];
    create(staging);
    bench.now += 3000;
    remove(staging);
    bench.now += 3000;
    expect([allowed().length, listed()]).toEqual([0, 1]);
    bench.now += 59_999;
    expect(listed()).toBe(1);
    bench.now += 1;
    expect(listed()).toBe(0);
  });
});

it('answers twenty calls in a second, whatever they ask, and the next ones later', () => {
  const { bench } = scene({ identityCallsPerSecond: 20 });
  const IdentityStoreId = practiceIdentityCenter.identityStoreId;
  for (let call = 0; call < 10; call++) {
    bench.call('ListInstances', {}, home);
    bench.call('ListUsers', { IdentityStoreId }, home);
  }
  expect(bench.outcome('ListGroups', { IdentityStoreId }, home)).toMatchObject({
    refusal: { code: 'ThrottlingException' },
  });
  bench.now += 1000;
  expect(bench.call('ListGroups', { IdentityStoreId }, home).Groups).toHaveLength(3);
});

it('gives a user what the groups of the user may do, until the user is disabled', () => {
  const { bench } = scene();
  const ken = practiceDirectory.userId('ken.watanabe');
  const readers = { account: '111111111111', permissionSet: 'ReadOnly', via: 'group' };
  expect(accessOf(bench.world, ken)).toEqual([readers]);
  const { users } = bench.world.directory;
  users.put(ken, { ...users.get(ken)!, enabled: false });
  expect(accessOf(bench.world, ken)).toEqual([]);
});
