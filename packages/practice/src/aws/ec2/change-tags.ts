import { z } from 'zod';
import { stateAt } from '../machine/phases.ts';
import { type Moment, operation } from '../operation.ts';
import type { Instance, Tags } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { filterInstances } from './describe-instances.ts';
import { findInstances } from './find-instance.ts';
import { filters, judgeFilter, page, strings, tag } from './input.ts';
import { pageOf } from './pages.ts';
import { withTags } from './tags.ts';
import { matchesAny } from './wildcard.ts';

type TagField = 'tags' | 'volumeTags' | 'interfaceTags';

/** A taggable resource: which instance it belongs to and where its tags are. */
interface Tagged {
  readonly resourceId: string;
  readonly resourceType: 'instance' | 'volume' | 'network-interface';
  readonly instance: Instance;
  readonly field: TagField;
}

/** `CreateTags` on instances, volumes and network interfaces: all of them or none. */
export const createTags = operation({
  service: 'ec2',
  input: z.strictObject({ ResourceId: strings.min(1), Tag: z.array(tag).min(1) }),
  run: (moment, input) => {
    const found = input.ResourceId.map((id) => findTagged(moment, id));
    for (const { instance, field } of found) withTags(instance[field], input.Tag);
    for (const each of found) write(moment, each, (tags) => withTags(tags, input.Tag));
    return { return: true };
  },
});

/** `DeleteTags`: a tag named with a value goes only when it has that value; no tags named means all. */
export const deleteTags = operation({
  service: 'ec2',
  input: z.strictObject({
    ResourceId: strings.min(1),
    Tag: z.array(z.strictObject({ Key: z.string(), Value: z.string().optional() })).optional(),
  }),
  run: (moment, input) => {
    const found = input.ResourceId.map((id) => findTagged(moment, id));
    const goes = (key: string, value: string) =>
      input.Tag === undefined ||
      input.Tag.some(({ Key, Value }) => Key === key && (Value === undefined || Value === value));
    for (const each of found) {
      write(moment, each, (tags) =>
        Object.fromEntries(Object.entries(tags).filter(([key, value]) => !goes(key, value))),
      );
    }
    return { return: true };
  },
});

/** `DescribeTags`, with the filters key, value, resource-id and resource-type. */
export const describeTags = operation({
  service: 'ec2',
  input: z.strictObject({ Filter: filters.optional(), ...page }),
  run: (moment, input) => {
    for (const { Name } of input.Filter ?? []) judgeFilter(Name, Object.keys(fields));
    const rows = filterInstances(moment, [])
      .flatMap(resourcesOf)
      .flatMap(({ instance, field, resourceId, resourceType }) =>
        Object.entries(instance[field]).map(([key, value]) => ({
          key,
          resourceId,
          resourceType,
          value,
        })),
      )
      .filter((row) => (input.Filter ?? []).every((each) => passes(row, each.Name, each.Value)));
    const { items, nextToken } = pageOf(rows, (row) => `${row.resourceId}/${row.key}`, input, {
      least: 5,
      most: 1000,
    });
    return { tagSet: items, nextToken };
  },
});

interface TagRow {
  readonly key: string;
  readonly value: string;
  readonly resourceId: string;
  readonly resourceType: string;
}

/** What a tag can be filtered by, besides `tag:KEY`. */
const fields: Readonly<Record<string, (row: TagRow) => string>> = {
  key: ({ key }) => key,
  value: ({ value }) => value,
  'resource-id': ({ resourceId }) => resourceId,
  'resource-type': ({ resourceType }) => resourceType,
};

function passes(row: TagRow, name: string, values: readonly string[]): boolean {
  if (name.startsWith('tag:')) return row.key === name.slice(4) && matchesAny(values, row.value);
  return matchesAny(values, fields[name]?.(row) ?? '');
}

function resourcesOf(instance: Instance): Tagged[] {
  const own: Tagged = {
    resourceId: instance.id,
    resourceType: 'instance',
    instance,
    field: 'tags',
  };
  const { volumeId, interfaceId } = instance;
  return [
    own,
    { resourceId: volumeId, resourceType: 'volume', instance, field: 'volumeTags' },
    {
      resourceId: interfaceId,
      resourceType: 'network-interface',
      instance,
      field: 'interfaceTags',
    },
  ];
}

function findTagged(moment: Moment, id: string): Tagged {
  if (id.startsWith('i-')) {
    const [instance] = findInstances(moment, [id]);
    if (instance !== undefined) {
      return { resourceId: id, resourceType: 'instance', instance, field: 'tags' };
    }
  }
  const found = moment.world
    .instancesIn(moment)
    .filter((instance) => stateAt(instance, moment.now) !== 'terminated')
    .flatMap(resourcesOf)
    .find(({ resourceId }) => resourceId === id);
  if (found !== undefined) return found;
  throw missing(id);
}

function missing(id: string): Refusal {
  if (id.startsWith('vol-')) {
    return new Refusal('InvalidVolume.NotFound', `The volume '${id}' does not exist.`);
  }
  if (id.startsWith('eni-')) {
    const message = `The networkInterface ID '${id}' does not exist`;
    return new Refusal('InvalidNetworkInterfaceID.NotFound', message);
  }
  return new Refusal('InvalidID', `The ID '${id}' is not valid`);
}

// Read again before every write: one call may name the same resource twice.
function write(moment: Moment, { instance, field }: Tagged, next: (tags: Tags) => Tags): void {
  const present = moment.world.instances.get(instance.id) ?? instance;
  moment.world.instances.put(instance.id, { ...present, [field]: next(present[field]) });
}
