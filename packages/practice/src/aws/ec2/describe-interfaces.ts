import { z } from 'zod';
import { stateAt } from '../machine/phases.ts';
import { operation } from '../operation.ts';
import type { Instance } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { filterInstances } from './describe-instances.ts';
import { type Filter, filters, judgeFilter, page, strings } from './input.ts';
import { networkInterface } from './instance-item.ts';
import { pageOf } from './pages.ts';
import { tagSet } from './tags.ts';
import { matchesAny } from './wildcard.ts';

/** `DescribeNetworkInterfaces`: every instance has one, which goes when the instance is terminated. */
export const describeNetworkInterfaces = operation({
  service: 'ec2',
  input: z.strictObject({
    NetworkInterfaceId: strings.optional(),
    Filter: filters.optional(),
    ...page,
  }),
  run: (moment, input) => {
    for (const { Name } of input.Filter ?? []) judgeFilter(Name, known);
    const here = filterInstances(moment, []).filter(
      (instance) => stateAt(instance, moment.now) !== 'terminated',
    );
    const ids = input.NetworkInterfaceId;
    const missing = ids?.find((id) => !here.some(({ interfaceId }) => interfaceId === id));
    if (missing !== undefined) {
      const message = `The networkInterface ID '${missing}' does not exist`;
      throw new Refusal('InvalidNetworkInterfaceID.NotFound', message);
    }
    const found = here.filter(
      (instance) =>
        (ids?.includes(instance.interfaceId) ?? true) &&
        (input.Filter ?? []).every((each) => passes(instance, each)),
    );
    const rule = { least: 5, most: 1000 };
    const { items, nextToken } = pageOf(found, ({ interfaceId }) => interfaceId, input, rule);
    return { networkInterfaceSet: items.map(item), nextToken };
  },
});

const known = ['tag-key', 'attachment.instance-id'];

function passes(instance: Instance, { Name, Value }: Filter): boolean {
  if (Name.startsWith('tag:')) {
    const value = instance.interfaceTags[Name.slice('tag:'.length)];
    return value !== undefined && matchesAny(Value, value);
  }
  if (Name === 'tag-key')
    return Object.keys(instance.interfaceTags).some((key) => matchesAny(Value, key));
  return matchesAny(Value, instance.id);
}

function item(instance: Instance) {
  const { attachment, ...own } = networkInterface(instance);
  return {
    ...own,
    availabilityZone: instance.availabilityZone,
    attachment: { ...attachment, instanceId: instance.id, instanceOwnerId: instance.account },
    tagSet: tagSet(instance.interfaceTags),
  };
}
