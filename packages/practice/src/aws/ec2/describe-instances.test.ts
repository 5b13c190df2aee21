import { describe, expect, it } from 'vitest';
import { type Bench, createBench, launchInput, tagged } from '../testing/bench.ts';

function idsOf(bench: Bench, Filter: { Name: string; Value: string[] }[]): string[] {
  return bench
    .call('DescribeInstances', { Filter })
    .reservationSet.flatMap(({ instancesSet }) => instancesSet.map((each) => each.instanceId));
}

describe('DescribeInstances', () => {
  it('shows a new instance after a moment only, and refuses its id until then', () => {
    const bench = createBench({ visibleMs: 300 });
    const id = bench.launch();
    expect(bench.states()).toEqual([]);
    for (const operation of ['DescribeInstances', 'TerminateInstances'] as const) {
      expect(bench.outcome(operation, { InstanceId: [id] })).toMatchObject({
        refusal: { code: 'InvalidInstanceID.NotFound', status: 400 },
      });
    }
    bench.now += 300;
    expect(bench.states()).toEqual(['running']);
  });

  it('walks from pending over running and shutting-down to terminated, and forgets within the hour', () => {
    const bench = createBench({ pendingMs: 1000, shuttingDownMs: 1000 });
    const id = bench.launch();
    expect(bench.states()).toEqual(['pending']);
    bench.now += 1000;
    expect(bench.states()).toEqual(['running']);
    bench.call('TerminateInstances', { InstanceId: [id] });
    expect(bench.states()).toEqual(['shutting-down']);
    bench.now += 1000;
    expect(bench.states()).toEqual(['terminated']);
    bench.now += 3_599_999;
    expect(bench.states()).toEqual(['terminated']);
    bench.now += 1;
    expect(bench.states()).toEqual([]);
  });

  it('shows an ended instance as it was for a while', () => {
    const bench = createBench();
    const id = bench.launch();
    bench.now += 1000;
    bench.world.faults = [{ kind: 'lingering', delayMs: 5000 }];
    const answer = bench.call('TerminateInstances', { InstanceId: [id] });
    expect(answer.instancesSet).toMatchObject([
      { currentState: { name: 'terminated' }, previousState: { name: 'running' } },
    ]);
    expect(bench.states()).toEqual(['running']);
    bench.now += 5000;
    expect(bench.states()).toEqual(['terminated']);
  });

  it('filters by tag, tag key, state, token and id, all of which must hold', () => {
    const bench = createBench();
    const a = bench.launch({ ClientToken: 'A', ...tagged({ 'sekisho:lease': 'L1', team: 'x*y' }) });
    const b = bench.launch({ ClientToken: 'B', ...tagged({ 'sekisho:lease': 'L2' }) });
    bench.call('StopInstances', { InstanceId: [b] });
    const lease = (...Value: string[]) => ({ Name: 'tag:sekisho:lease', Value });
    expect(idsOf(bench, [lease('L1')])).toEqual([a]);
    expect(idsOf(bench, [lease('L1', 'L2')])).toEqual([a, b]);
    expect(idsOf(bench, [lease('L1', 'L1')])).toEqual([a]);
    expect(idsOf(bench, [lease('L?')])).toEqual([a, b]);
    expect(idsOf(bench, [{ Name: 'tag:team', Value: ['x\\*y'] }])).toEqual([a]);
    expect(idsOf(bench, [{ Name: 'tag-key', Value: ['team'] }])).toEqual([a]);
    expect(idsOf(bench, [{ Name: 'instance-state-name', Value: ['stopped'] }])).toEqual([b]);
    expect(idsOf(bench, [{ Name: 'client-token', Value: ['B'] }])).toEqual([b]);
    expect(idsOf(bench, [lease('L1'), { Name: 'instance-id', Value: [b] }])).toEqual([]);
  });

  it('filters by the places and addresses that it shows', () => {
    const bench = createBench();
    const id = bench.launch();
    bench.launch();
    const shown = bench.call('DescribeInstances', { InstanceId: [id] });
    const address = shown.reservationSet[0]?.instancesSet[0]?.privateIpAddress ?? '';
    expect(idsOf(bench, [{ Name: 'private-ip-address', Value: [address] }])).toEqual([id]);
    for (const [Name, value] of [
      ['vpc-id', 'vpc-02222222222220000'],
      ['availability-zone', 'ap-northeast-1a'],
      ['owner-id', '222222222222'],
      ['iam-instance-profile.arn', '*/sekisho-ops-server'],
    ] as const) {
      expect(idsOf(bench, [{ Name, Value: [value] }])).toHaveLength(2);
      expect(idsOf(bench, [{ Name, Value: ['other'] }])).toEqual([]);
    }
  });

  it.each([
    'DescribeInstances',
    'DescribeInstanceStatus',
    'DescribeTags',
    'DescribeVolumes',
    'DescribeNetworkInterfaces',
  ] as const)('refuses a filter that %s does not know although nothing is there', (operation) => {
    const Filter = [{ Name: 'colour', Value: ['red'] }];
    expect(createBench().outcome(operation, { Filter })).toMatchObject({
      refusal: { code: 'InvalidParameterValue', message: "The filter 'colour' is invalid" },
    });
  });

  it('follows a tag that is changed, and loses one that is deleted', () => {
    const bench = createBench();
    const id = bench.launch(tagged({ 'sekisho:lease': 'L1' }));
    const lease = (value: string) => [{ Name: 'tag:sekisho:lease', Value: [value] }];
    const Tag = [{ Key: 'sekisho:lease', Value: 'L2' }];
    bench.call('CreateTags', { ResourceId: [id], Tag });
    expect([idsOf(bench, lease('L1')), idsOf(bench, lease('L2'))]).toEqual([[], [id]]);
    bench.call('DeleteTags', { ResourceId: [id], Tag: [{ Key: 'sekisho:lease' }] });
    expect(idsOf(bench, lease('L2'))).toEqual([]);
  });

  it('gives every instance once over pages, though one vanishes meanwhile', () => {
    const bench = createBench();
    const ids = bench
      .call('RunInstances', { ...launchInput, MinCount: 12, MaxCount: 12 })
      .instancesSet.map(({ instanceId }) => instanceId);
    const seen: string[] = [];
    let NextToken: string | undefined;
    do {
      const page = bench.call('DescribeInstances', { MaxResults: 5, NextToken });
      seen.push(...page.reservationSet.flatMap((each) => each.instancesSet[0]?.instanceId ?? []));
      NextToken = page.nextToken ?? undefined;
      bench.world.instances.drop(seen[0] ?? '');
    } while (NextToken !== undefined);
    expect(seen.sort()).toEqual(ids.sort());
  });

  it.each([
    [{ MaxResults: 4 }, 'InvalidParameterValue'],
    [{ MaxResults: 1001 }, 'InvalidParameterValue'],
    [{ MaxResults: 5, InstanceId: ['i-00000000000000000'] }, 'InvalidParameterCombination'],
    [{ InstanceId: ['web-1'] }, 'InvalidInstanceID.Malformed'],
    [{ NextToken: 'mine' }, 'InvalidParameterValue'],
    [{ Filter: [{ Name: 'colour', Value: ['red'] }] }, 'InvalidParameterValue'],
    [
      { Filter: [{ Name: 'tag:a', Value: Array.from({ length: 201 }, String) }] },
      'FilterLimitExceeded',
    ],
  ])('refuses %j with %s', (input, code) => {
    const bench = createBench();
    bench.launch();
    expect(bench.outcome('DescribeInstances', input)).toMatchObject({ refusal: { code } });
  });
});
