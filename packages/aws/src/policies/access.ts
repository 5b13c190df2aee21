import { accessActions, impliedAccessActions, removalActions } from '../access-actions.ts';
import { type AccessPlace, calledIn, inRegions, rolesNamed } from './place.ts';
import { allow, documentOf, type PolicyDocument, type Statement } from './statement.ts';

const declared = [...accessActions, ...impliedAccessActions];
type Declared = (typeof declared)[number];

/**
 * What Sekisho's role in the account of Identity Center may do: read, and lend what is named, where it is named.
 * Source: Service Authorization Reference, AWS IAM Identity Center and Identity Store.
 */
export function accessPolicy(place: AccessPlace): PolicyDocument {
  const statements = [...read(place), ...change(place), ...arm(place)];
  return documentOf(declared, statements, ['sts:AssumeRole']);
}

/** What the role of the schedules that remove access may do: take away what may be lent. */
export function accessRemovalPolicy(place: AccessPlace): PolicyDocument {
  type Removal = (typeof removalActions)[number];
  return documentOf(removalActions, [
    allow('TakeAssignmentsAway', ['sso:DeleteAccountAssignment'] satisfies Removal[], {
      on: lentOf(place),
    }),
    ...memberships(place, 'TakeOutOfGroups', ['identitystore:DeleteGroupMembership']),
  ]);
}

function read(place: AccessPlace): Statement[] {
  const { partition, instance } = place;
  const find: Declared[] = [
    ...(['sso:ListInstances', 'organizations:ListAccounts'] as const),
    'organizations:DescribeOrganization',
  ];
  const sets: Declared[] = [
    ...(['sso:DescribeAccountAssignmentCreationStatus', 'sso:ListPermissionSets'] as const),
    ...(['sso:DescribeAccountAssignmentDeletionStatus', 'sso:DescribePermissionSet'] as const),
    ...(['sso:ListAccountAssignments', 'sso:ListPermissionSetsProvisionedToAccount'] as const),
  ];
  const people: Declared[] = [
    ...(['identitystore:DescribeUser', 'identitystore:GetGroupMembershipId'] as const),
    ...(['identitystore:GetUserId', 'identitystore:ListGroupMemberships'] as const),
    ...(['identitystore:ListGroups', 'identitystore:ListUsers'] as const),
  ];
  const sso = `arn:${partition}:sso:::`;
  const everySet = `${sso}permissionSet/${instance}/*`;
  return [
    allow('Find', find, { on: ['*'], when: calledInOrganization(place) }),
    allow('ReadAssignments', sets, {
      on: [`${sso}instance/${instance}`, everySet, `${sso}account/*`],
    }),
    allow('ReadDirectory', people, { on: [storeOf(place), ...members(place, ['*'])] }),
  ];
}

/**
 * Organizations answers from one region of each partition, whatever region is asked from.
 * Source: AWS General Reference, AWS Organizations endpoints and quotas.
 */
const organizationsHomes: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-northwest-1',
  'aws-us-gov': 'us-gov-west-1',
};

function calledInOrganization(place: AccessPlace) {
  const home = place.organizationsRegion ?? organizationsHomes[place.partition];
  const regions = new Set([...place.regions, ...(home === undefined ? [] : [home])]);
  return calledIn({ ...place, regions: [...regions] });
}

function change(place: AccessPlace): Statement[] {
  const lend: Declared[] = [
    ...(['sso:CreateAccountAssignment', 'sso:DeleteAccountAssignment'] as const),
  ];
  const join: Declared[] = [
    ...(['identitystore:CreateGroupMembership', 'identitystore:DeleteGroupMembership'] as const),
  ];
  return [
    allow('LendThese', lend, { on: lentOf(place) }),
    ...memberships(place, 'LendByTheseGroups', join),
  ];
}

function arm(place: AccessPlace): Statement[] {
  const schedules: Declared[] = [
    ...(['scheduler:CreateSchedule', 'scheduler:DeleteSchedule'] as const),
    ...(['scheduler:GetSchedule', 'scheduler:UpdateSchedule'] as const),
  ];
  return [
    allow('ArmRemovals', schedules, {
      on: inRegions(place, 'scheduler', 'schedule/default/sekisho-access-*'),
    }),
    allow('PassSchedulerRole', ['iam:PassRole'] satisfies Declared[], {
      on: rolesNamed(place, [place.schedulerRole]),
      when: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    }),
  ];
}

function lentOf({ partition, instance, lent }: AccessPlace): string[] {
  const sso = `arn:${partition}:sso:::`;
  return [
    `${sso}instance/${instance}`,
    ...lent.accounts.map((account) => `${sso}account/${account}`),
    ...lent.permissionSets.map((id) => `${sso}permissionSet/${instance}/${id}`),
  ];
}

function memberships<Action extends string>(
  place: AccessPlace,
  sid: string,
  actions: readonly Action[],
): Statement[] {
  return [allow(sid, actions, { on: [storeOf(place), ...members(place, place.lent.groups)] })];
}

function storeOf({ partition, management, identityStore }: AccessPlace): string {
  return `arn:${partition}:identitystore::${management}:identitystore/${identityStore}`;
}

/** Users and memberships have ids that nobody knows beforehand; groups are named. */
function members({ partition }: AccessPlace, groups: readonly string[]): string[] {
  const named = groups.map((id) => `group/${id}`);
  return ['user/*', 'membership/*', ...named].map((id) => `arn:${partition}:identitystore:::${id}`);
}
