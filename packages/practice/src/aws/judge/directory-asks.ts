import { operations } from '../operations.ts';
import { practiceIdentityCenter } from '../sso/place.ts';
import type { World } from '../world/world.ts';
import { type AnyCall, type Ask, textIn } from './ask.ts';
import { requestTagContext, tagContext } from './context.ts';
import { tagsOf } from './request-tags.ts';

const { managementAccount, organizationId } = practiceIdentityCenter;

/** What Identity Center asks for: the instance, the account and the set that a call names. */
export function ssoAsks(call: AnyCall): readonly Ask[] {
  const account = textIn(call, 'TargetId') ?? textIn(call, 'AccountId');
  const named = [
    textIn(call, 'InstanceArn'),
    account === null ? null : `arn:aws:sso:::account/${account}`,
    textIn(call, 'PermissionSetArn'),
  ];
  return on(
    call,
    named.filter((arn) => arn !== null),
  );
}

/** Operations on every user, or on one whom the call does not know by id. */
const ofAllUsers = new Set(['ListUsers', 'GetUserId']);

/** What the directory asks for: itself, and whom of it a call names. */
export function identityStoreAsks(world: World, call: AnyCall): readonly Ask[] {
  const { operation, input } = call;
  const membership = textIn(call, 'MembershipId');
  const row = world.directory.memberships.get(membership ?? '');
  const member = (input['MemberId'] as { readonly UserId?: string } | undefined)?.UserId;
  const user = textIn(call, 'UserId') ?? member ?? row?.userId;
  const group = textIn(call, 'GroupId') ?? row?.groupId;
  const isAboutMemberships = /Membership(?:s|Id)$/.test(operation);
  const named = {
    user: ofAllUsers.has(operation) ? '*' : user,
    group: operation === 'ListGroups' ? '*' : group,
    membership: membership ?? (isAboutMemberships ? '*' : undefined),
  };
  const people = Object.entries(named).flatMap(([kind, id]) =>
    id === undefined ? [] : [`arn:aws:identitystore:::${kind}/${id}`],
  );
  const store = textIn(call, 'IdentityStoreId') ?? '*';
  const home = `arn:aws:identitystore::${managementAccount}:identitystore/${store}`;
  return on(call, [home, ...people]);
}

/** What Organizations asks for: the policy and the account that a call names; marking a new policy is a tagging, too. */
export function organizationAsks(world: World, call: AnyCall): readonly Ask[] {
  const base = `arn:aws:organizations::${managementAccount}:`;
  const policies = `${base}policy/${organizationId}/service_control_policy/`;
  const id = textIn(call, 'PolicyId') ?? textIn(call, 'ResourceId');
  const target = textIn(call, 'TargetId');
  const kind = { 'organizations:PolicyType': 'SERVICE_CONTROL_POLICY' };
  const tags = tagsOf(call.input);
  const asked = { ...kind, ...requestTagContext(tags) };
  const its = tagContext(
    'aws:ResourceTag',
    world.directory.controlPolicies.get(id ?? '')?.tags ?? {},
  );
  const marking = { action: 'organizations:TagResource', resource: `${policies}p-new` };
  return [
    ...on(call, id === null ? [] : [`${policies}${id}`], { ...asked, ...its }),
    ...(target === null || id === null
      ? []
      : on(call, [`${base}account/${organizationId}/${target}`], asked)),
    ...(Object.keys(tags).length === 0 ? [] : [{ ...marking, context: asked }]),
  ];
}

function on(
  call: AnyCall,
  resources: readonly string[],
  context: Ask['context'] = {},
): readonly Ask[] {
  const action = `${operations[call.operation].service}:${call.operation}`;
  const named = resources.length === 0 ? ['*'] : resources;
  return named.map((resource) => ({ action, resource, context }));
}
