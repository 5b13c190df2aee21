import { z } from 'zod';
import { tagsAt } from '../machine/heartbeat.ts';
import { shownStateAt } from '../machine/phases.ts';
import { type Moment, operation } from '../operation.ts';
import type { Instance } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { findInstances, isShown } from './find-instance.ts';
import { type Filter, filters, judgeFilter, page, strings } from './input.ts';
import { instanceItem, vpcOf } from './instance-item.ts';
import { pageOf, refuseIdsInPages } from './pages.ts';
import { matchesAny } from './wildcard.ts';

/** `DescribeInstances`: pages of 5 to 1,000, which cannot be combined with ids. */
export const describeInstances = operation({
  service: 'ec2',
  input: z.strictObject({
    InstanceId: strings.optional(),
    Filter: filters.optional(),
    ...page,
  }),
  run: (moment, input) => {
    refuseIdsInPages(input);
    const found = filterInstances(moment, input.Filter ?? [], input.InstanceId);
    const { items, nextToken } = pageOf(found, byLaunch, input, { least: 5, most: 1000 });
    return { reservationSet: items.map((instance) => reservation(moment, instance)), nextToken };
  },
});

/** The instances that every filter lets through, among `ids` when given. */
export function filterInstances(
  moment: Moment,
  filter: readonly Filter[],
  ids?: readonly string[],
): Instance[] {
  if (filter.some(({ Value }) => Value.length > 200)) {
    throw new Refusal('FilterLimitExceeded', 'The maximum number of filter values is 200.');
  }
  for (const { Name } of filter) judgeFilter(Name, known);
  const candidates = ids === undefined ? candidatesFor(moment, filter) : findInstances(moment, ids);
  return candidates.filter(
    (instance) =>
      isShown(instance, moment.now) && filter.every((each) => passes(moment, instance, each)),
  );
}

// The engine asks for few of many instances by their lease; scanning them all would dominate.
function candidatesFor(moment: Moment, filter: readonly Filter[]): Instance[] {
  const byLease = filter.find(({ Name }) => Name === 'tag:sekisho:lease');
  if (byLease === undefined || byLease.Value.some((value) => /[*?\\]/.test(value))) {
    return moment.world.instancesIn(moment);
  }
  return [...new Set(byLease.Value)].flatMap((lease) =>
    moment.world.instancesOfLease(moment, lease),
  );
}

function passes(moment: Moment, instance: Instance, { Name, Value }: Filter): boolean {
  const values = valuesFor(moment, instance, Name);
  return values.some((value) => matchesAny(Value, value));
}

function valuesFor(moment: Moment, instance: Instance, name: string): readonly string[] {
  if (name === 'tag-key') return Object.keys(tagsNow(moment, instance));
  const value = name.startsWith('tag:')
    ? tagsNow(moment, instance)[name.slice('tag:'.length)]
    : fields[name]?.(instance, moment.now);
  return value === undefined ? [] : [value];
}

/** What an instance can be filtered by, besides its tags. */
const fields: Readonly<Record<string, (instance: Instance, now: number) => string | undefined>> = {
  'instance-state-name': shownStateAt,
  'client-token': ({ clientToken }) => clientToken ?? '',
  'instance-id': ({ id }) => id,
  'instance-type': ({ instanceType }) => instanceType,
  'image-id': ({ imageId }) => imageId,
  'subnet-id': ({ subnetId }) => subnetId,
  'vpc-id': ({ account }) => vpcOf(account),
  'availability-zone': ({ availabilityZone }) => availabilityZone,
  'private-ip-address': ({ privateIp }) => privateIp,
  'iam-instance-profile.arn': ({ profileArn }) => profileArn ?? undefined,
  'owner-id': ({ account }) => account,
  'reservation-id': ({ reservationId }) => reservationId,
};

const known = [...Object.keys(fields), 'tag-key'];

function tagsNow(moment: Moment, instance: Instance): Instance['tags'] {
  return tagsAt(instance, moment.now, moment.world.timing.heartbeatMs);
}

function byLaunch(instance: Instance): string {
  return `${String(instance.launchedAt).padStart(15, '0')}/${instance.id}`;
}

function reservation(moment: Moment, instance: Instance) {
  return {
    reservationId: instance.reservationId,
    ownerId: instance.account,
    groupSet: [],
    instancesSet: [instanceItem(instance, moment.now, moment.world.timing.heartbeatMs)],
  };
}
