/**
 * What AWS judges a call by, as the beginnings of resources, for actions that share a statement with others
 * which are about something else: IAM's simulation does not know which of them belong together.
 * Source: Service Authorization Reference, AWS IAM Identity Center, Identity Store, AWS Glue.
 */
export const kindsOf: Readonly<Record<string, readonly string[]>> = {
  'sso:CreateAccountAssignment': ['account', 'instance', 'permissionSet'],
  'sso:DeleteAccountAssignment': ['account', 'instance', 'permissionSet'],
  'sso:DescribeAccountAssignmentCreationStatus': ['instance'],
  'sso:DescribeAccountAssignmentDeletionStatus': ['instance'],
  'sso:DescribePermissionSet': ['instance', 'permissionSet'],
  'sso:ListAccountAssignments': ['account', 'instance', 'permissionSet'],
  'sso:ListPermissionSets': ['instance'],
  'sso:ListPermissionSetsProvisionedToAccount': ['account', 'instance'],
  'identitystore:CreateGroupMembership': ['group', 'identitystore', 'user'],
  'identitystore:DeleteGroupMembership': ['group', 'identitystore', 'membership', 'user'],
  'identitystore:DescribeUser': ['identitystore', 'user'],
  'identitystore:GetGroupMembershipId': ['group', 'identitystore', 'membership', 'user'],
  'identitystore:GetUserId': ['identitystore', 'user'],
  'identitystore:ListGroupMemberships': ['group', 'identitystore', 'membership'],
  'identitystore:ListGroups': ['group', 'identitystore'],
  'identitystore:ListUsers': ['identitystore', 'user'],
  'glue:GetDatabase': ['catalog', 'database'],
  'glue:GetPartition': ['catalog', 'database', 'table'],
  'glue:GetPartitions': ['catalog', 'database', 'table'],
  'glue:GetTable': ['catalog', 'database', 'table'],
};

/** Whether a call is judged by a resource that a statement names for it and for others. */
export function isAbout(action: string, resource: string): boolean {
  const kinds = kindsOf[action];
  return kinds === undefined || kinds.includes(kindOf(resource));
}

/** `permissionSet` of `arn:aws:sso:::permissionSet/ssoins-1/ps-1`. */
export function kindOf(resource: string): string {
  return resource.split(':')[5]?.split('/')[0] ?? resource;
}
