import { describe, expect, it } from 'vitest';
import { createBench, here, launchInput, start, tagged } from '../testing/bench.ts';

const hour = 3_600_000;

describe('RunInstances', () => {
  it('answers a repeated token with the same instance', () => {
    const bench = createBench();
    const first = bench.launch({ ClientToken: 'T' });
    bench.now += hour;
    expect(bench.launch({ ClientToken: 'T' })).toBe(first);
    expect(bench.states()).toEqual(['running']);
  });

  it('answers a repeated token with its instance after that was terminated', () => {
    const bench = createBench();
    const first = bench.launch({ ClientToken: 'T' });
    bench.call('TerminateInstances', { InstanceId: [first] });
    bench.now += 23 * hour;
    const again = bench.call('RunInstances', { ...launchInput, ClientToken: 'T' });
    expect(again.instancesSet).toMatchObject([
      { instanceId: first, instanceState: { name: 'terminated' } },
    ]);
    expect(bench.states()).toEqual([]);
  });

  it('forgets a token a day after its instance was terminated, and not before', () => {
    const bench = createBench();
    const first = bench.launch({ ClientToken: 'T' });
    bench.now += 48 * hour;
    expect(bench.launch({ ClientToken: 'T' })).toBe(first);
    bench.call('TerminateInstances', { InstanceId: [first] });
    bench.now += 24 * hour;
    expect(bench.launch({ ClientToken: 'T' })).not.toBe(first);
  });

  it('refuses a repeated token with other parameters, also after termination', () => {
    const bench = createBench();
    const first = bench.launch({ ClientToken: 'T', ...tagged({ a: '1' }) });
    bench.call('TerminateInstances', { InstanceId: [first] });
    const mismatch = { code: 'IdempotentParameterMismatch', status: 400 };
    for (const more of [tagged({ a: '2' }), { InstanceType: 'm5.large' }]) {
      const outcome = bench.outcome('RunInstances', { ...launchInput, ClientToken: 'T', ...more });
      expect(outcome).toMatchObject({ kind: 'refusal', refusal: mismatch });
    }
  });

  it('knows tokens by account and region: elsewhere the same token launches another', () => {
    const bench = createBench();
    const first = bench.launch({ ClientToken: 'T' });
    const other = bench.launch({ ClientToken: 'T' }, { ...here, account: '111111111111' });
    expect(other).not.toBe(first);
  });

  it('launches several under one token, and all of them again on a replay', () => {
    const bench = createBench();
    const input = { ...launchInput, MinCount: 3, MaxCount: 3, ClientToken: 'T' };
    const ids = () =>
      bench.call('RunInstances', input).instancesSet.map(({ instanceId }) => instanceId);
    const first = ids();
    expect(new Set(first).size).toBe(3);
    expect(ids()).toEqual(first);
  });

  it('takes image, type, subnet and profile from the template version that was named', () => {
    const bench = createBench();
    const LaunchTemplate = { LaunchTemplateId: 'lt-02222222222220001', Version: '1' };
    const { instancesSet } = bench.call('RunInstances', { ...launchInput, LaunchTemplate });
    expect(instancesSet[0]).toMatchObject({
      imageId: 'ami-02222222222220001',
      instanceType: 't3.small',
      iamInstanceProfile: { arn: 'arn:aws:iam::222222222222:instance-profile/sekisho-ops-server' },
      launchTime: new Date(start),
    });
  });

  it.each([
    [{ LaunchTemplateName: 'none' }, 'InvalidLaunchTemplateName.NotFoundException'],
    [{ LaunchTemplateId: 'lt-0' }, 'InvalidLaunchTemplateId.NotFound'],
    [
      { LaunchTemplateName: 'sekisho-ops-server', Version: '9' },
      'InvalidLaunchTemplateId.VersionNotFound',
    ],
    [{}, 'InvalidParameterCombination'],
  ])('refuses the template %j with %s', (LaunchTemplate, code) => {
    const outcome = createBench().outcome('RunInstances', { ...launchInput, LaunchTemplate });
    expect(outcome).toMatchObject({ kind: 'refusal', refusal: { code } });
  });

  it('uses up no token when there is no capacity', () => {
    const bench = createBench();
    bench.world.faults = [{ kind: 'capacity', times: 1 }];
    const input = { ...launchInput, ClientToken: 'T' };
    expect(bench.outcome('RunInstances', input)).toMatchObject({
      kind: 'refusal',
      refusal: { code: 'InsufficientInstanceCapacity', status: 500 },
    });
    bench.launch({ ClientToken: 'T', InstanceType: 'm5.large' });
    expect(bench.states()).toEqual(['running']);
  });

  it('ends a launch that fails without it ever running', () => {
    const bench = createBench({ pendingMs: 1000 });
    bench.world.faults = [{ kind: 'launch-fails' }];
    const id = bench.launch();
    expect(bench.states()).toEqual(['pending']);
    bench.now += 1000;
    const { reservationSet } = bench.call('DescribeInstances', { InstanceId: [id] });
    expect(reservationSet[0]?.instancesSet[0]).toMatchObject({
      instanceState: { name: 'terminated' },
      stateReason: { code: 'Server.InternalError' },
    });
  });

  it('refuses tags of AWS, and more than fifty', () => {
    const bench = createBench();
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, 'v']));
    const codeOf = (tags: Record<string, string>) =>
      bench.outcome('RunInstances', { ...launchInput, ...tagged(tags) });
    expect(codeOf({ 'aws:x': 'y' })).toMatchObject({ refusal: { code: 'InvalidParameterValue' } });
    expect(codeOf(many)).toMatchObject({ refusal: { code: 'TagLimitExceeded' } });
    expect(bench.states()).toEqual([]);
  });

  it.each([
    ['a kind of resource that cannot be tagged', 'foo', [{ Key: 'a', Value: 'b' }]],
    [
      'a key twice',
      'instance',
      [
        { Key: 'a', Value: 'b' },
        { Key: 'a', Value: 'c' },
      ],
    ],
    ['a key that instance metadata cannot show', 'instance', [{ Key: 'a b', Value: 'c' }]],
    ['a key that instance metadata has a use for', 'instance', [{ Key: '_index', Value: 'c' }]],
  ])('refuses %s in its tags, and launches nothing', (_, ResourceType, Tag) => {
    const bench = createBench();
    const TagSpecification = [{ ResourceType, Tag }];
    expect(bench.outcome('RunInstances', { ...launchInput, TagSpecification })).toMatchObject({
      refusal: { code: 'InvalidParameterValue' },
    });
    expect(bench.world.instances.size).toBe(0);
  });

  it('takes any key where instance metadata does not show tags', () => {
    const bench = createBench();
    const { MetadataOptions: _, ...bare } = launchInput;
    const Tag = [{ Key: 'a b/c', Value: '理由' }];
    const TagSpecification = [{ ResourceType: 'instance', Tag }];
    bench.call('RunInstances', { ...bare, TagSpecification });
    expect(bench.call('DescribeTags', {}).tagSet).toMatchObject([{ key: 'a b/c', value: '理由' }]);
  });
});
