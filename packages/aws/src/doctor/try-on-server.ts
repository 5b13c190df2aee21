import {
  CreateTagsCommand,
  RebootInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { CloudError, orCloudError, type Tried } from '@sekisho/core/cloud';
import type { SendOptions } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { instancesByTag } from '../ec2/instances-by-tag.ts';
import { orDryRun } from './dry-run.ts';
import { outcomeOf, outcomeOfDryRun } from './outcome.ts';

const changing = [
  'ec2:CreateTags (own server)',
  'ec2:RebootInstances',
  'ec2:StopInstances',
  'ec2:TerminateInstances',
] as const;

/** Tries, as dry runs on a server of ours, what marks one anew and what ends one: policies let us do it to nothing else. */
export async function tryOnServer(at: Connection, installation: string): Promise<readonly Tried[]> {
  const seen = await orCloudError(instancesByTag(at, 'sekisho:installation', [installation]));
  if (seen instanceof CloudError) return changing.map((action) => outcomeOf(action, unseen(seen)));
  const server = seen.find(({ state }) => state === 'running' || state === 'pending');
  if (server === undefined)
    return changing.map((action) => ({ action, outcome: 'no-server', detail: '' }));
  const { change } = at.clients.ec2;
  const input = { InstanceIds: [server.instanceId], DryRun: true };
  const holder = { Key: 'sekisho:holder', Value: server.tags['sekisho:holder'] ?? '' };
  const marking = { Resources: [server.instanceId], Tags: [holder] };
  const runs: Readonly<
    Record<(typeof changing)[number], (options: SendOptions) => Promise<unknown>>
  > = {
    'ec2:CreateTags (own server)': (options) =>
      change.send(new CreateTagsCommand({ ...marking, DryRun: true }), options),
    'ec2:RebootInstances': (options) => change.send(new RebootInstancesCommand(input), options),
    'ec2:StopInstances': (options) => change.send(new StopInstancesCommand(input), options),
    'ec2:TerminateInstances': (options) =>
      change.send(new TerminateInstancesCommand(input), options),
  };
  return Promise.all(
    changing.map(async (action) => outcomeOfDryRun(action, await orDryRun(at, runs[action]))),
  );
}

/** That we may not list servers says nothing of what we may do to them. */
function unseen({ vendorCode, detail }: CloudError): CloudError {
  return new CloudError('unknown-outcome', vendorCode, detail);
}
