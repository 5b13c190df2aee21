import { CloudError } from '@sekisho/core/cloud';
import { describe, expect, it } from 'vitest';
import { createRng } from '../world/rng.ts';
import { practiceTiming } from '../world/timing.ts';
import { createInProcessCloud } from './in-process-cloud.ts';

const scope = { environment: 'staging', account: '222222222222', region: 'ap-northeast-1' };
const start = Date.parse('2026-05-01T00:00:00Z');

function cloudAt(timing?: typeof practiceTiming) {
  const clock = { now: start };
  const cloud = createInProcessCloud({
    now: () => clock.now,
    rng: createRng(7).next,
    ...(timing === undefined ? {} : { timing }),
  });
  return { clock, cloud };
}

async function orderOf(cloud: ReturnType<typeof cloudAt>['cloud'], clientToken = 'L1-1') {
  const template = { name: 'sekisho-ops-server', instanceType: 't3.medium' };
  const resolved = await cloud.resolveTemplate(scope, template);
  const { launchTemplateId, version, instanceType } = resolved;
  return {
    clientToken,
    launchTemplateId,
    version,
    instanceType,
    tags: {
      'sekisho:installation': 'practice',
      'sekisho:lease': 'L1',
      'sekisho:hard-maximum': '2026-05-01T04:00:00Z',
    },
  };
}

describe('createInProcessCloud', () => {
  it('pins the default version and says when its image was made', async () => {
    const { cloud } = cloudAt();
    const template = { name: 'sekisho-ops-server', instanceType: 't3.medium' };
    const resolved = await cloud.resolveTemplate(scope, template);
    expect(resolved).toMatchObject({ version: '2', instanceType: 't3.medium' });
    expect(resolved.imageCreatedAt).toBe('2026-04-19T00:00:00.000Z');
  });

  it('launches, registers, opens, ends and forgets as time goes by', async () => {
    const { clock, cloud } = cloudAt(practiceTiming);
    const launched = await cloud.launch(scope, await orderOf(cloud));
    expect(launched).toMatchObject({ state: 'pending', clientToken: 'L1-1' });
    expect(await cloud.instancesByTag(scope, 'sekisho:lease', ['L1'])).toEqual([]);
    clock.now += 4_000;
    const [found] = await cloud.instancesByTag(scope, 'sekisho:lease', ['L1', 'L2']);
    expect(found).toMatchObject({ instanceId: launched.instanceId, state: 'running' });
    const ids = [launched.instanceId, 'i-00000000000000000'];
    expect([...(await cloud.agents(scope, ids)).values()]).toEqual(['online', 'absent']);
    await cloud.terminate(scope, launched.instanceId);
    await cloud.terminate(scope, 'i-00000000000000000');
    clock.now += 4_000;
    const [ended] = await cloud.instancesByTag(scope, 'sekisho:lease', ['L1']);
    expect(ended?.state).toBe('terminated');
    clock.now += 3_600_000;
    expect(await cloud.instancesByTag(scope, 'sekisho:lease', ['L1'])).toEqual([]);
  });

  it('ends the instance by the armed switch although nobody asks for anything', async () => {
    const { clock, cloud } = cloudAt();
    const order = await orderOf(cloud);
    const at = '2026-05-01T01:00:00.000Z';
    await cloud.arm(scope, { name: 'sekisho-L1', lease: 'L1', at });
    await cloud.arm(scope, { name: 'sekisho-L1', lease: 'L1', at });
    expect(await cloud.armedFor(scope, 'sekisho-L1')).toBe(at);
    await cloud.launch(scope, order);
    clock.now = Date.parse(at) - 1;
    expect((await cloud.instancesByTag(scope, 'sekisho:lease', ['L1']))[0]?.state).toBe('running');
    clock.now += 1;
    const [ended] = await cloud.instancesByTag(scope, 'sekisho:lease', ['L1']);
    expect(ended?.state).toBe('terminated');
    expect(await cloud.armedFor(scope, 'sekisho-L1')).toBeNull();
    await cloud.disarm(scope, 'sekisho-L1');
  });

  it('takes a star in a tag for a star', async () => {
    const { cloud } = cloudAt();
    const order = await orderOf(cloud);
    await cloud.launch(scope, { ...order, tags: { 'sekisho:lease': 'L*' } });
    await cloud.launch(scope, { ...order, clientToken: 'L1-2' });
    const found = await cloud.instancesByTag(scope, 'sekisho:lease', ['L*']);
    expect(found.map(({ tags }) => tags['sekisho:lease'])).toEqual(['L*']);
    expect(await cloud.instancesByTag(scope, 'sekisho:lease', [])).toEqual([]);
  });

  it('launches from a numbered template version only', async () => {
    const { cloud } = cloudAt();
    const order = { ...(await orderOf(cloud)), version: '$Latest' };
    await expect(cloud.launch(scope, order)).rejects.toMatchObject({ failure: 'invalid' });
  });

  it('arms a switch whose time has passed for a minute from now, and does not put it off', async () => {
    const { clock, cloud } = cloudAt();
    const wanted = { name: 'sekisho-L1', lease: 'L1', at: '2026-04-30T00:00:00.000Z' };
    await cloud.arm(scope, wanted);
    const fires = await cloud.armedFor(scope, wanted.name);
    expect(fires).toBe('2026-05-01T00:01:00.000Z');
    clock.now += 30_000;
    await cloud.arm(scope, wanted);
    expect(await cloud.armedFor(scope, wanted.name)).toBe(fires);
  });

  it('ends sessions, and ending one again is no error', async () => {
    const { cloud } = cloudAt();
    const { instanceId } = await cloud.launch(scope, await orderOf(cloud));
    const { SessionId } = cloud.send(scope, 'StartSession', { Target: instanceId });
    const open = await cloud.sessions(scope, [instanceId]);
    expect(open).toMatchObject([{ sessionId: SessionId, instanceId, document: null }]);
    await cloud.endSession(scope, SessionId);
    await cloud.endSession(scope, SessionId);
    await cloud.endSession(scope, 'none');
    expect(await cloud.sessions(scope, [instanceId])).toEqual([]);
  });

  it('acts and answers nothing when the answer is lost', async () => {
    const { cloud } = cloudAt();
    const order = await orderOf(cloud);
    cloud.world.faults = [{ kind: 'lost-answer', operations: ['RunInstances'], times: 1 }];
    const failed = await cloud.launch(scope, order).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(CloudError);
    expect(failed).toMatchObject({ failure: 'unknown-outcome' });
    expect(await cloud.instancesByTag(scope, 'sekisho:lease', ['L1'])).toHaveLength(1);
    const again = await cloud.launch(scope, order);
    const all = await cloud.instancesByTag(scope, 'sekisho:lease', ['L1']);
    expect(all.map(({ instanceId }) => instanceId)).toEqual([again.instanceId]);
  });

  it('lets a late launch land after its pause', async () => {
    const { clock, cloud } = cloudAt();
    const order = await orderOf(cloud);
    cloud.world.faults = [{ kind: 'late', delayMs: 5_000, times: 1 }];
    await expect(cloud.launch(scope, order)).rejects.toMatchObject({ failure: 'unknown-outcome' });
    expect(await cloud.instancesByTag(scope, 'sekisho:lease', ['L1'])).toEqual([]);
    clock.now += 5_000;
    expect(await cloud.instancesByTag(scope, 'sekisho:lease', ['L1'])).toHaveLength(1);
  });

  it.each([
    ['throttle', 'throttled'],
    ['capacity', 'capacity'],
    ['denied', 'denied'],
    ['server-error', 'unknown-outcome'],
    ['lost-request', 'unknown-outcome'],
  ] as const)('says %s as %s', async (kind, failure) => {
    const { cloud } = cloudAt();
    const order = await orderOf(cloud);
    cloud.world.faults = [{ kind }];
    await expect(cloud.launch(scope, order)).rejects.toMatchObject({ failure });
    cloud.world.faults = [];
    expect(await cloud.instancesByTag(scope, 'sekisho:lease', ['L1'])).toEqual([]);
  });
});
