import type { Instance, Place, Tags } from '../world/records.ts';
import { placeKey, type World } from '../world/world.ts';
import { type AnyCall, type Ask, type Context, resourceTags, textsIn } from './ask.ts';
import { requestTagContext } from './context.ts';
import { tagsOf } from './request-tags.ts';

/** What changing instances asks for: each of them. */
export function instanceAsks(world: World, call: AnyCall): readonly Ask[] {
  return textsIn(call, 'InstanceId').map((id) => ({
    action: `ec2:${call.operation}`,
    ...ec2Resource(world, call, id),
  }));
}

/** What changing tags asks for: each resource, with the tags that it bears and those that are named. */
export function tagAsks(world: World, call: AnyCall): readonly Ask[] {
  const named = requestTagContext(tagsOf(call.input));
  return textsIn(call, 'ResourceId').map((id) => {
    const { resource, context } = ec2Resource(world, call, id);
    return { action: `ec2:${call.operation}`, resource, context: { ...context, ...named } };
  });
}

const kinds: Readonly<Record<string, string>> = {
  i: 'instance',
  vol: 'volume',
  eni: 'network-interface',
};

/** The ARN of an instance, volume or interface, and what conditions know of it; nothing of one that is not there. */
export function ec2Resource(
  world: World,
  place: Place,
  id: string,
): Pick<Ask, 'resource'> & {
  readonly context: Context;
} {
  const kind = kinds[id.split('-')[0] ?? ''] ?? 'instance';
  const itself: Context = kind === 'instance' ? { 'ec2:InstanceID': id } : {};
  return {
    resource: ec2Arn(place, kind, id),
    context: { ...itself, ...resourceTags('ec2:ResourceTag', tagsOn(world, place, id)) },
  };
}

/** `arn:aws:ec2:REGION:ACCOUNT:KIND/ID`. */
export function ec2Arn({ account, region }: Place, kind: string, id: string): string {
  return `arn:aws:ec2:${region}:${account}:${kind}/${id}`;
}

function tagsOn(world: World, place: Place, id: string): Tags {
  const instance = instanceHere(world, place, id);
  if (instance !== undefined) return instance.tags;
  const owner = world
    .instancesIn(place)
    .find(({ volumeId, interfaceId }) => volumeId === id || interfaceId === id);
  if (owner === undefined) return {};
  return owner.volumeId === id ? owner.volumeTags : owner.interfaceTags;
}

/** The instance of this account and region. */
export function instanceHere(world: World, place: Place, id: string): Instance | undefined {
  const instance = world.instances.get(id);
  return instance !== undefined && placeKey(instance) === placeKey(place) ? instance : undefined;
}
