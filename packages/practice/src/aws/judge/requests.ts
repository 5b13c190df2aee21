import type { PolicyRequest } from '@sekisho/iam-policy';
import type { Call } from '../call.ts';
import { type InputOf, type OperationName, operations } from '../operations.ts';
import { assumeActions, assumeContext } from '../sts/assume-context.ts';
import type { Tags } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { requestTagContext, tagContext } from './context.ts';

/** What a call asks of policies: every one of these must be allowed. */
export function requestsOf(world: World, call: Call<OperationName>): readonly PolicyRequest[] {
  const { operation, region } = call;
  const context = { 'aws:RequestedRegion': region, ...requestTagContext(tagsOf(call)) };
  if (operation === 'AssumeRole') {
    const input = call.input as InputOf<'AssumeRole'>;
    const more = { ...context, ...assumeContext(input) };
    return assumeActions(input).map((action) => ({
      action,
      resource: input.RoleArn,
      context: more,
    }));
  }
  const action = `${operations[operation].service}:${operation}`;
  return resourcesOf(world, call).map(({ resource, tags }) => ({
    action,
    resource,
    context: { ...context, ...tagContext('aws:ResourceTag', tags) },
  }));
}

interface Resource {
  readonly resource: string;
  readonly tags: Tags;
}

/** Operations that act on nothing in particular, as AWS's service authorization reference has them. */
const onNothing = /^(?:Describe|List|GetConnectionStatus)/;

function resourcesOf(world: World, call: Call<OperationName>): readonly Resource[] {
  const { account, region, operation } = call;
  if (onNothing.test(operation) && operations[operation].service !== 'iam') return [nothing];
  const input = call.input as Readonly<Record<string, unknown>>;
  const ids = [input['InstanceId'], input['ResourceId'], input['Target']].flat();
  const named = ids.filter((id) => typeof id === 'string');
  if (named.length > 0) return named.map((id) => resourceOf(world, `${region}:${account}`, id));
  const role = input['RoleName'];
  if (typeof role === 'string') {
    const known = [...world.roles.values()].find(
      (each) => each.account === account && each.name === role,
    );
    return [{ resource: `arn:aws:iam::${account}:role${known?.path ?? '/'}${role}`, tags: {} }];
  }
  return [nothing];
}

const nothing: Resource = { resource: '*', tags: {} };

const kinds: Readonly<Record<string, string>> = {
  i: 'instance',
  vol: 'volume',
  eni: 'network-interface',
};

function resourceOf(world: World, where: string, id: string): Resource {
  const kind = kinds[id.split('-')[0] ?? ''] ?? 'instance';
  const tags = world.instances.get(id)?.tags ?? {};
  return { resource: `arn:aws:ec2:${where}:${kind}/${id}`, tags };
}

/** The tags that a call would put on something. */
function tagsOf({ input }: Call<OperationName>): Tags {
  const given = input as {
    readonly Tag?: readonly Pair[];
    readonly Tags?: readonly Pair[];
    readonly TagSpecification?: readonly { readonly Tag?: readonly Pair[] }[];
  };
  const pairs = [
    ...(Array.isArray(given.Tag) ? given.Tag : []),
    ...(Array.isArray(given.Tags) ? given.Tags : []),
    ...(given.TagSpecification ?? []).flatMap(({ Tag }) => Tag ?? []),
  ];
  return Object.fromEntries(pairs.map(({ Key, Value }) => [Key, Value ?? '']));
}

interface Pair {
  readonly Key: string;
  readonly Value?: string;
}
