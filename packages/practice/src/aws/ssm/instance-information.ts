import { z } from 'zod';
import { pageOf } from '../ec2/pages.ts';
import { pingAt } from '../machine/agent.ts';
import { type Moment, operation } from '../operation.ts';
import type { Instance } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';

const values = z.array(z.string()).min(1).max(100);
const rule = {
  least: 5,
  most: 50,
  usual: 10,
  errorCode: 'ValidationException',
  tokenErrorCode: 'InvalidNextToken',
};

/** `DescribeInstanceInformation`: only machines whose agent registered; pages of 5 to 50. */
export const describeInstanceInformation = operation({
  service: 'ssm',
  input: z.strictObject({
    Filters: z.array(z.strictObject({ Key: z.string(), Values: values })).optional(),
    InstanceInformationFilterList: z
      .array(z.strictObject({ key: z.string(), valueSet: values }))
      .optional(),
    MaxResults: z.number().int().optional(),
    NextToken: z.string().optional(),
  }),
  run: (moment, input) => {
    const filters = [
      ...(input.Filters ?? []).map(({ Key, Values }) => ({ key: Key, values: Values })),
      ...(input.InstanceInformationFilterList ?? []).map((each) => ({
        key: each.key,
        values: each.valueSet,
      })),
    ];
    const found = candidates(moment, filters).filter((instance) => pingAt(instance, moment.now));
    const passed = found.filter((each) => filters.every((one) => passes(moment, each, one)));
    const { items, nextToken } = pageOf(passed, ({ id }) => id, input, rule);
    return {
      InstanceInformationList: items.map((instance) => item(moment, instance)),
      NextToken: nextToken ?? undefined,
    };
  },
});

interface Asked {
  readonly key: string;
  readonly values: readonly string[];
}

function candidates(moment: Moment, filters: readonly Asked[]): Instance[] {
  const byId = filters.find(({ key }) => key === 'InstanceIds');
  if (byId === undefined) return moment.world.instancesIn(moment);
  return [...new Set(byId.values)].flatMap((id) => {
    const instance = moment.world.instances.get(id);
    const here = instance?.account === moment.account && instance.region === moment.region;
    return instance !== undefined && here ? instance : [];
  });
}

function passes(moment: Moment, instance: Instance, { key, values }: Asked): boolean {
  if (key.startsWith('tag:')) return values.includes(instance.tags[key.slice(4)] ?? '');
  switch (key) {
    case 'InstanceIds':
      return values.includes(instance.id);
    case 'PingStatus':
      return values.includes(pingAt(instance, moment.now) ?? '');
    case 'tag-key':
      return values.some((name) => instance.tags[name] !== undefined);
    default:
      throw new Refusal('InvalidFilterKey', `The specified key ${key} is not valid.`);
  }
}

function item(moment: Moment, instance: Instance) {
  const registered = instance.registeredAt ?? instance.launchedAt;
  return {
    InstanceId: instance.id,
    PingStatus: pingAt(instance, moment.now),
    LastPingDateTime: new Date(moment.now),
    AgentVersion: '3.3.1230.0',
    IsLatestVersion: true,
    PlatformType: 'Linux',
    PlatformName: 'Debian GNU/Linux',
    PlatformVersion: '12',
    ResourceType: 'EC2Instance',
    IPAddress: instance.privateIp,
    ComputerName: `ip-${instance.privateIp.replaceAll('.', '-')}`,
    RegistrationDate: new Date(registered),
    SourceId: instance.id,
    SourceType: 'AWS::EC2::Instance',
  };
}
