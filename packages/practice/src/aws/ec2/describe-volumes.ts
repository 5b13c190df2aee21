import { z } from 'zod';
import { stateAt } from '../machine/phases.ts';
import { operation } from '../operation.ts';
import type { Instance } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { filterInstances } from './describe-instances.ts';
import { type Filter, filters, judgeFilter, page, strings } from './input.ts';
import { pageOf } from './pages.ts';
import { tagSet } from './tags.ts';
import { matchesAny } from './wildcard.ts';

/** `DescribeVolumes`: every instance has one, which goes when the instance is terminated. */
export const describeVolumes = operation({
  service: 'ec2',
  input: z.strictObject({ VolumeId: strings.optional(), Filter: filters.optional(), ...page }),
  run: (moment, input) => {
    for (const { Name } of input.Filter ?? []) judgeFilter(Name, known);
    const here = filterInstances(moment, []).filter(
      (instance) => stateAt(instance, moment.now) !== 'terminated',
    );
    const missing = input.VolumeId?.find((id) => !here.some(({ volumeId }) => volumeId === id));
    if (missing !== undefined) {
      throw new Refusal('InvalidVolume.NotFound', `The volume '${missing}' does not exist.`);
    }
    const found = here.filter(
      (instance) =>
        (input.VolumeId?.includes(instance.volumeId) ?? true) &&
        (input.Filter ?? []).every((each) => passes(instance, each)),
    );
    const rule = { least: 5, most: 1000 };
    const { items, nextToken } = pageOf(found, ({ volumeId }) => volumeId, input, rule);
    return { volumeSet: items.map(volumeItem), nextToken };
  },
});

const known = ['tag-key', 'attachment.instance-id'];

function passes(instance: Instance, { Name, Value }: Filter): boolean {
  if (Name.startsWith('tag:')) {
    const value = instance.volumeTags[Name.slice('tag:'.length)];
    return value !== undefined && matchesAny(Value, value);
  }
  if (Name === 'tag-key')
    return Object.keys(instance.volumeTags).some((key) => matchesAny(Value, key));
  return matchesAny(Value, instance.id);
}

function volumeItem(instance: Instance) {
  const at = new Date(instance.launchedAt);
  return {
    volumeId: instance.volumeId,
    size: 30,
    snapshotId: '',
    availabilityZone: instance.availabilityZone,
    status: 'in-use',
    createTime: at,
    attachmentSet: [
      {
        volumeId: instance.volumeId,
        instanceId: instance.id,
        device: '/dev/xvda',
        status: 'attached',
        attachTime: at,
        deleteOnTermination: true,
      },
    ],
    tagSet: tagSet(instance.volumeTags),
    volumeType: 'gp3',
    iops: 3000,
    throughput: 125,
    encrypted: true,
  };
}
