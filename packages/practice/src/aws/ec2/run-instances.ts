import { terminatedAt } from '../machine/phases.ts';
import { type Moment, operation } from '../operation.ts';
import { judgeVcpus } from '../quotas/judge-vcpus.ts';
import type { Instance, LaunchToken } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { hex } from '../world/rng.ts';
import { placeKey } from '../world/world.ts';
import { bearInstance } from './bear-instance.ts';
import { resolveTemplate } from './find-template.ts';
import { instanceItem } from './instance-item.ts';
import { type RunInstancesInput, runInstancesInput } from './run-instances-input.ts';

/**
 * `RunInstances`: one token launches once. A replay answers with what was launched,
 * in the state it is in now, perhaps terminated; other parameters are refused.
 */
export const runInstances = operation({
  service: 'ec2',
  input: runInstancesInput,
  run: (moment, asked: RunInstancesInput) => {
    judge(asked);
    const parameters = asked.ClientToken === undefined ? '' : parametersOf(asked);
    const replayed = replay(moment, asked, parameters);
    if (replayed !== null) return answer(moment, replayed);
    const template = resolveTemplate(moment, asked);
    const attempt = { ...place(moment), operation: 'RunInstances' };
    if (moment.world.strike(attempt, ['capacity'], moment.rng) !== undefined) {
      throw noCapacity(asked.InstanceType ?? template.version.instanceType);
    }
    judgeVcpus(moment, asked.InstanceType ?? template.version.instanceType, asked.MaxCount);
    const reservationId = `r-${hex(moment.rng, 17)}`;
    const born: Instance[] = [];
    for (let index = 0; index < asked.MaxCount; index += 1) {
      born.push(bearInstance(moment, asked, template, { reservationId, launchIndex: index }));
    }
    for (const instance of born) moment.world.instances.put(instance.id, instance);
    remember(moment, asked, parameters, born);
    return answer(moment, born);
  },
});

const taggable = ['instance', 'volume', 'network-interface', 'spot-instances-request'];

function judge({ MinCount, MaxCount, ClientToken, TagSpecification }: RunInstancesInput): void {
  if (MinCount < 1 || MaxCount < MinCount || MaxCount > 1000) {
    throw new Refusal('InvalidParameterValue', 'Expected 1 <= minCount <= maxCount <= 1000');
  }
  if (ClientToken !== undefined && !/^[\x20-\x7e]{1,64}$/.test(ClientToken)) {
    throw new Refusal('InvalidParameterValue', 'ClientToken must be at most 64 ASCII characters.');
  }
  const wrong = TagSpecification?.find(({ ResourceType }) => !taggable.includes(ResourceType));
  if (wrong !== undefined) {
    const message = `'${wrong.ResourceType}' is not a valid taggable resource type for this operation.`;
    throw new Refusal('InvalidParameterValue', message);
  }
}

function replay(moment: Moment, asked: RunInstancesInput, parameters: string): Instance[] | null {
  if (asked.ClientToken === undefined) return null;
  const known = moment.world.tokens.get(tokenKey(moment, asked.ClientToken));
  if (known === undefined) return null;
  if (known.parameters !== parameters) {
    throw new Refusal(
      'IdempotentParameterMismatch',
      'Arguments on this idempotent request are inconsistent with arguments used in previous request(s).',
    );
  }
  return known.instanceIds.flatMap((id) => moment.world.instances.get(id) ?? []);
}

function remember(
  moment: Moment,
  asked: RunInstancesInput,
  parameters: string,
  born: readonly Instance[],
): void {
  if (asked.ClientToken === undefined) return;
  const token: LaunchToken = {
    parameters,
    instanceIds: born.map(({ id }) => id),
  };
  moment.world.tokens.put(tokenKey(moment, asked.ClientToken), token);
}

/** Where a token is remembered: tokens of different accounts and regions are unrelated. */
export function tokenKey(place: { account: string; region: string }, token: string): string {
  return `${placeKey(place)}/${token}`;
}

/** Drops what is remembered of an instance a day after it ended, and its token with the last of them. */
export function forgetInstance(world: Moment['world'], instance: Instance): void {
  world.instances.drop(instance.id);
  if (instance.clientToken === null) return;
  const key = tokenKey(instance, instance.clientToken);
  const left = world.tokens
    .get(key)
    ?.instanceIds.some((id) => world.instances.get(id) !== undefined);
  if (left === false && terminatedAt(instance) !== null) world.tokens.drop(key);
}

// The SDKs send fields in different orders from one release to the next: order means nothing.
function parametersOf({ ClientToken: _, ...asked }: RunInstancesInput): string {
  return JSON.stringify(asked, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function answer(moment: Moment, instances: readonly Instance[]) {
  const { now, world } = moment;
  return {
    reservationId: instances[0]?.reservationId ?? '',
    ownerId: moment.account,
    groupSet: [],
    instancesSet: instances.map((each) => instanceItem(each, now, world.timing.heartbeatMs)),
  };
}

function place({ account, region }: Moment): { account: string; region: string } {
  return { account, region };
}

function noCapacity(instanceType: string): Refusal {
  return new Refusal(
    'InsufficientInstanceCapacity',
    `We currently do not have sufficient ${instanceType} capacity in the Availability Zone you requested. Our system will be working on provisioning additional capacity.`,
    500,
  );
}
