import { z } from 'zod';
import { shownStateAt } from '../machine/phases.ts';
import { type Moment, operation } from '../operation.ts';
import type { Instance } from '../world/records.ts';
import { filterInstances } from './describe-instances.ts';
import { filters, flag, page, strings } from './input.ts';
import { stateItem } from './instance-item.ts';
import { pageOf, refuseIdsInPages } from './pages.ts';

/** `DescribeInstanceStatus`: of running instances, or of all with `IncludeAllInstances`. */
export const describeInstanceStatus = operation({
  service: 'ec2',
  input: z.strictObject({
    InstanceId: strings.optional(),
    IncludeAllInstances: flag.optional(),
    Filter: filters.optional(),
    ...page,
  }),
  run: (moment, input) => {
    refuseIdsInPages(input);
    const found = filterInstances(moment, input.Filter ?? [], input.InstanceId).filter(
      (instance) =>
        input.IncludeAllInstances === true || shownStateAt(instance, moment.now) === 'running',
    );
    const { items, nextToken } = pageOf(found, ({ id }) => id, input, { least: 5, most: 1000 });
    return { instanceStatusSet: items.map((each) => statusItem(moment, each)), nextToken };
  },
});

function statusItem(moment: Moment, instance: Instance) {
  const state = shownStateAt(instance, moment.now);
  const running = state === 'running';
  const check = {
    status: running ? 'ok' : 'not-applicable',
    details: running ? [{ name: 'reachability', status: 'passed' }] : [],
  };
  return {
    instanceId: instance.id,
    availabilityZone: instance.availabilityZone,
    instanceState: stateItem(state),
    systemStatus: check,
    instanceStatus: check,
  };
}
