import { describe, expect, it } from 'vitest';
import { accessOf } from '../sso/access.ts';
import { practiceIdentityCenter } from '../sso/place.ts';
import { practiceDirectory } from '../sso/seed-directory.ts';
import { createRng } from '../world/rng.ts';
import { createInProcessAccess } from './access-cloud.ts';
import { createInProcessCloud } from './in-process-cloud.ts';

const { managementAccount, region } = practiceIdentityCenter;
const scope = { environment: 'identity center', account: managementAccount, region };
const start = Date.parse('2026-05-01T00:00:00Z');
const userId = practiceDirectory.userId('taro.suzuki');
const wanted = {
  account: '222222222222',
  permissionSetArn: practiceDirectory.permissionSetArn('ReadOnly'),
  principal: { kind: 'user' as const, id: userId },
};

function accessAt() {
  const clock = { now: start };
  const options = { now: () => clock.now, rng: createRng(7).next };
  const { world } = createInProcessCloud(options);
  const cloud = createInProcessAccess({ ...options, world });
  const inStaging = async () => {
    await cloud.groups(scope);
    return accessOf(world, userId).filter(({ account }) => account === wanted.account);
  };
  return { clock, world, cloud, inStaging };
}

describe('createInProcessAccess', () => {
  it('takes an assignment away by its armed schedule although nobody asks for it', async () => {
    const { clock, cloud, inStaging } = accessAt();
    const at = '2026-05-01T01:00:00.000Z';
    const removal = { kind: 'assignment' as const, assignment: wanted };
    await cloud.armRemoval(scope, { name: 'sekisho-L1', at, removal });
    await cloud.assign(scope, wanted);
    clock.now = Date.parse(at) - 1;
    expect(await inStaging()).toHaveLength(1);
    clock.now += 1;
    expect(await inStaging()).toEqual([]);
    expect(await cloud.removalArmedFor(scope, 'sekisho-L1')).toBeNull();
  });

  it('takes a user out of a group by its armed schedule', async () => {
    const { clock, cloud } = accessAt();
    const groupId = practiceDirectory.groupId('sre');
    await cloud.addMember(scope, groupId, userId);
    const at = '2026-05-01T01:00:00.000Z';
    const removal = { kind: 'membership' as const, groupId, userId };
    await cloud.armRemoval(scope, { name: 'sekisho-L1', at, removal });
    clock.now = Date.parse(at) - 1;
    expect(await cloud.members(scope, groupId)).toContain(userId);
    clock.now += 1;
    expect(await cloud.members(scope, groupId)).not.toContain(userId);
  });

  it('arms a removal whose time has passed for a minute from now', async () => {
    const { cloud } = accessAt();
    const removal = { kind: 'assignment' as const, assignment: wanted };
    const order = { name: 'sekisho-L1', at: '2026-04-30T00:00:00.000Z', removal };
    await cloud.armRemoval(scope, order);
    expect(await cloud.removalArmedFor(scope, order.name)).toBe('2026-05-01T00:01:00.000Z');
  });

  it('acts and answers nothing when the answer is lost', async () => {
    const { world, cloud, inStaging } = accessAt();
    world.faults = [{ kind: 'lost-answer', operations: ['CreateAccountAssignment'], times: 1 }];
    await expect(cloud.assign(scope, wanted)).rejects.toMatchObject({ failure: 'unknown-outcome' });
    expect(await inStaging()).toHaveLength(1);
  });

  it.each([
    ['throttle', 'throttled'],
    ['denied', 'denied'],
    ['conflict', 'conflict'],
    ['server-error', 'unknown-outcome'],
    ['lost-request', 'unknown-outcome'],
  ] as const)('says %s as %s, and has changed nothing', async (kind, failure) => {
    const { world, cloud, inStaging } = accessAt();
    world.faults = [{ kind, times: 1 }];
    await expect(cloud.assign(scope, wanted)).rejects.toMatchObject({ failure });
    expect(await inStaging()).toEqual([]);
  });
});
