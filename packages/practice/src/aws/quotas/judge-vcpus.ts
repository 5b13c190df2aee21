import { vcpusOf } from '../ec2/instance-types.ts';
import { stateAt } from '../machine/phases.ts';
import type { Moment } from '../operation.ts';
import { traitsOf } from '../places/traits.ts';
import { Refusal } from '../world/refusal.ts';

/** Refuses a launch for which the account's vCPUs do not suffice; where nobody set a quota they do. Errors: `VcpuLimitExceeded`. */
export function judgeVcpus(moment: Moment, instanceType: string, count: number): void {
  const { world, now } = moment;
  const { vcpuQuota } = traitsOf(world, moment);
  if (vcpuQuota === null) return;
  const used = world
    .instancesIn(moment)
    .filter((instance) => ['pending', 'running'].includes(stateAt(instance, now)))
    .reduce((sum, each) => sum + vcpusOf(each.instanceType), 0);
  if (used + count * vcpusOf(instanceType) <= vcpuQuota) return;
  throw new Refusal(
    'VcpuLimitExceeded',
    `You have requested more vCPU capacity than your current vCPU limit of ${vcpuQuota} allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.`,
  );
}
