import { describe, expect, it } from 'vitest';
import { createBench, launchInput } from '../testing/bench.ts';

const Tag = [{ Key: 'team', Value: 'search' }];

describe('tags', () => {
  it('are put on instance, volume and interface by the launch, and listed of each', () => {
    const bench = createBench();
    const types = ['instance', 'volume', 'network-interface'];
    const TagSpecification = types.map((ResourceType) => ({ ResourceType, Tag }));
    bench.call('RunInstances', { ...launchInput, TagSpecification });
    const { tagSet } = bench.call('DescribeTags', { Filter: [{ Name: 'key', Value: ['team'] }] });
    expect(tagSet.map(({ resourceType }) => resourceType).sort()).toEqual(types.sort());
    const byTag = { Filter: [{ Name: 'tag:team', Value: ['search'] }] };
    expect(bench.call('DescribeVolumes', byTag).volumeSet).toHaveLength(1);
    expect(bench.call('DescribeNetworkInterfaces', byTag).networkInterfaceSet).toHaveLength(1);
  });

  it('are written on all of the named resources or on none', () => {
    const bench = createBench();
    const ResourceId = [bench.launch(), 'vol-00000000000000000'];
    expect(bench.outcome('CreateTags', { ResourceId, Tag })).toMatchObject({
      refusal: { code: 'InvalidVolume.NotFound' },
    });
    expect(bench.call('DescribeTags', {}).tagSet).toEqual([]);
  });

  it('with a value are deleted only when they have that value', () => {
    const bench = createBench();
    const ResourceId = [bench.launch()];
    bench.call('CreateTags', { ResourceId, Tag });
    bench.call('DeleteTags', { ResourceId, Tag: [{ Key: 'team', Value: 'sales' }] });
    expect(bench.call('DescribeTags', {}).tagSet).toHaveLength(1);
    bench.call('DeleteTags', { ResourceId, Tag });
    expect(bench.call('DescribeTags', {}).tagSet).toEqual([]);
  });
});

describe('a volume', () => {
  it('goes with its instance', () => {
    const bench = createBench();
    const InstanceId = [bench.launch()];
    expect(bench.call('DescribeVolumes', {}).volumeSet).toHaveLength(1);
    bench.call('TerminateInstances', { InstanceId });
    expect(bench.call('DescribeVolumes', {}).volumeSet).toEqual([]);
  });
});
