import { roleKey } from '../iam/role-state.ts';
import { instanceHere } from '../judge/instance-asks.ts';
import type { Moment } from '../operation.ts';
import { Refusal } from '../world/refusal.ts';
import { issue } from './issue.ts';

/**
 * What a running instance reads from its own metadata: credentials of its profile's role, whose session
 * bears the instance's id. In practice a profile bears the name of its role.
 * Source: IAM User Guide, "AWS global condition context keys" (`aws:userid` of an instance's role) and `ec2:SourceInstanceARN`.
 * Errors: `NoSuchEntity` without instance, profile or role.
 */
export function instanceCredentials(moment: Moment, instanceId: string) {
  const instance = instanceHere(moment.world, moment, instanceId);
  const name = instance?.profileArn?.split('/').at(-1) ?? '';
  const role = moment.world.roles.get(roleKey(moment.account, name));
  if (role === undefined) {
    throw new Refusal('NoSuchEntity', `${instanceId} has no role of its own.`, 404);
  }
  const { account, region } = moment;
  return issue(moment, role, {
    name: instanceId,
    seconds: role.maximumSessionSeconds,
    ...{ tags: {}, transitiveTags: [], sourceIdentity: null, policy: null },
    sourceInstance: `arn:aws:ec2:${region}:${account}:instance/${instanceId}`,
  });
}
