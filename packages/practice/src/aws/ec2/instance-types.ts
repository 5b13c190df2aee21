import { z } from 'zod';
import { operation } from '../operation.ts';
import { Refusal } from '../world/refusal.ts';
import { filters, judgeFilter, page, strings } from './input.ts';
import { pageOf } from './pages.ts';
import { matchesAny } from './wildcard.ts';

/** vCPUs by size: of instances that burst, and of all others. Source: EC2 User Guide, "Instance types". */
const bursting = { nano: 2, micro: 2, small: 2, medium: 2, large: 2, xlarge: 4, '2xlarge': 8 };
const steady = {
  ...{ medium: 1, large: 2, xlarge: 4, '2xlarge': 8, '4xlarge': 16, '8xlarge': 32 },
  ...{ '12xlarge': 48, '16xlarge': 64, '24xlarge': 96 },
};
const accelerated = { xlarge: 4, '2xlarge': 8, '4xlarge': 16, '8xlarge': 32 };

const families: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ...{ t3: bursting, t3a: bursting, t4g: bursting },
  ...{ c7g: steady, c7i: steady, m6i: steady, m7g: steady, m7i: steady, r7g: steady, r7i: steady },
  ...{ g5: accelerated },
};

/** Every type that practice's region offers, with its vCPUs. */
const types: ReadonlyMap<string, number> = new Map(
  Object.entries(families).flatMap(([family, sizes]) =>
    Object.entries(sizes).map(([size, vcpus]) => [`${family}.${size}`, vcpus] as const),
  ),
);

/** vCPUs of an instance of a type; 2 where practice knows the type by its name alone. */
export function vcpusOf(instanceType: string): number {
  return types.get(instanceType) ?? 2;
}

/** `DescribeInstanceTypes`: a handful of families, with their vCPUs. Errors: `InvalidInstanceType`. */
export const describeInstanceTypes = operation({
  service: 'ec2',
  input: z.strictObject({
    InstanceType: strings.optional(),
    Filter: filters.optional(),
    ...page,
  }),
  run: (_moment, input) => {
    for (const { Name } of input.Filter ?? []) judgeFilter(Name, ['instance-type']);
    const unknown = (input.InstanceType ?? []).filter((name) => !types.has(name));
    if (unknown.length > 0) {
      const message = `The following supplied instance types do not exist: [${unknown.join(', ')}]`;
      throw new Refusal('InvalidInstanceType', message);
    }
    const found = [...types].filter(
      ([name]) =>
        (input.InstanceType?.includes(name) ?? true) &&
        (input.Filter ?? []).every(({ Value }) => matchesAny(Value, name)),
    );
    const rule = { least: 5, most: 100, usual: 100 };
    const { items, nextToken } = pageOf(found, ([name]) => name, input, rule);
    return { instanceTypeSet: items.map(([name, vcpus]) => item(name, vcpus)), nextToken };
  },
});

function item(instanceType: string, vcpus: number) {
  return {
    instanceType,
    currentGeneration: true,
    supportedUsageClasses: ['on-demand', 'spot'],
    bareMetal: false,
    vCpuInfo: { defaultVCpus: vcpus, defaultCores: Math.ceil(vcpus / 2), defaultThreadsPerCore: 2 },
    burstablePerformanceSupported: instanceType.startsWith('t'),
  };
}
