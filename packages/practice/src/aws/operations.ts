import { accountOperations } from './account-operations.ts';
import {
  deregisterImage,
  disableImageDeprecation,
  enableImageDeprecation,
} from './ec2/change-images.ts';
import {
  rebootInstances,
  startInstances,
  stopInstances,
  terminateInstances,
} from './ec2/change-instances.ts';
import { createTags, deleteTags, describeTags } from './ec2/change-tags.ts';
import { describeImages } from './ec2/describe-images.ts';
import { describeInstanceStatus } from './ec2/describe-instance-status.ts';
import { describeInstances } from './ec2/describe-instances.ts';
import { describeNetworkInterfaces } from './ec2/describe-interfaces.ts';
import { describeRegions } from './ec2/describe-regions.ts';
import {
  describeLaunchTemplates,
  describeLaunchTemplateVersions,
} from './ec2/describe-templates.ts';
import { describeVolumes } from './ec2/describe-volumes.ts';
import { getConsoleOutput } from './ec2/get-console-output.ts';
import { runInstances } from './ec2/run-instances.ts';
import {
  deleteRolePolicy,
  getRolePolicy,
  listRolePolicies,
  putRolePolicy,
} from './iam/role-policies.ts';
import {
  createRole,
  getInstanceProfile,
  getRole,
  listRoles,
  updateAssumeRolePolicy,
} from './iam/roles.ts';
import {
  createGroupMembership,
  deleteGroupMembership,
  getGroupMembershipId,
  listGroupMemberships,
  listGroups,
} from './identitystore/groups.ts';
import { describeUser, getUserId, listUsers } from './identitystore/users.ts';
import { describeAccount, describeOrganization, listAccounts } from './organizations/accounts.ts';
import {
  attachPolicy,
  detachPolicy,
  listPoliciesForTarget,
  listTargetsForPolicy,
} from './organizations/attachments.ts';
import {
  createPolicy,
  deletePolicy,
  describePolicy,
  listPolicies,
  listTagsForResource,
  updatePolicy,
} from './organizations/policies.ts';
import {
  createSchedule,
  deleteSchedule,
  getSchedule,
  listSchedules,
  updateSchedule,
} from './scheduler/schedules.ts';
import { createToken, registerClient, startDeviceAuthorization } from './sign-in/device.ts';
import {
  getRoleCredentials,
  listAccountRoles,
  listPortalAccounts,
  logout,
} from './sign-in/portal.ts';
import { startAutomationExecution } from './ssm/automation.ts';
import { createDocument } from './ssm/documents.ts';
import { getDocument } from './ssm/get-document.ts';
import { describeInstanceInformation } from './ssm/instance-information.ts';
import { getParameterHistory, getParameters, putParameter } from './ssm/parameters.ts';
import {
  describeSessions,
  getConnectionStatus,
  startSession,
  terminateSession,
} from './ssm/sessions.ts';
import { listAccountAssignments, listAccountAssignmentsForPrincipal } from './sso/assignments.ts';
import { createAccountAssignment, deleteAccountAssignment } from './sso/change-assignments.ts';
import { describeCreationStatus, describeDeletionStatus } from './sso/change-status.ts';
import {
  describePermissionSet,
  listInstances,
  listPermissionSets,
  listPermissionSetsProvisionedToAccount,
} from './sso/instances.ts';
import { storageOperations } from './storage-operations.ts';
import { assumeRole } from './sts/assume-role.ts';
import { getCallerIdentity } from './sts/identity.ts';
import { assumeRoleWithWebIdentity } from './sts/web-identity.ts';

/** Every operation that practice AWS knows, by AWS's name for it. */
export const operations = {
  ...storageOperations,
  ...accountOperations,
  RunInstances: runInstances,
  DescribeInstances: describeInstances,
  TerminateInstances: terminateInstances,
  StopInstances: stopInstances,
  StartInstances: startInstances,
  RebootInstances: rebootInstances,
  CreateTags: createTags,
  DeleteTags: deleteTags,
  DescribeTags: describeTags,
  DescribeLaunchTemplates: describeLaunchTemplates,
  DescribeLaunchTemplateVersions: describeLaunchTemplateVersions,
  DescribeImages: describeImages,
  EnableImageDeprecation: enableImageDeprecation,
  DisableImageDeprecation: disableImageDeprecation,
  DeregisterImage: deregisterImage,
  DescribeVolumes: describeVolumes,
  GetConsoleOutput: getConsoleOutput,
  DescribeNetworkInterfaces: describeNetworkInterfaces,
  DescribeInstanceStatus: describeInstanceStatus,
  DescribeRegions: describeRegions,
  GetCallerIdentity: getCallerIdentity,
  AssumeRole: assumeRole,
  AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
  CreateRole: createRole,
  GetRole: getRole,
  GetInstanceProfile: getInstanceProfile,
  ListRoles: listRoles,
  UpdateAssumeRolePolicy: updateAssumeRolePolicy,
  PutRolePolicy: putRolePolicy,
  GetRolePolicy: getRolePolicy,
  ListRolePolicies: listRolePolicies,
  DeleteRolePolicy: deleteRolePolicy,
  DescribeInstanceInformation: describeInstanceInformation,
  GetParameters: getParameters,
  GetParameterHistory: getParameterHistory,
  PutParameter: putParameter,
  GetConnectionStatus: getConnectionStatus,
  DescribeSessions: describeSessions,
  CreateDocument: createDocument,
  GetDocument: getDocument,
  StartSession: startSession,
  TerminateSession: terminateSession,
  StartAutomationExecution: startAutomationExecution,
  CreateSchedule: createSchedule,
  GetSchedule: getSchedule,
  UpdateSchedule: updateSchedule,
  DeleteSchedule: deleteSchedule,
  ListSchedules: listSchedules,
  RegisterClient: registerClient,
  StartDeviceAuthorization: startDeviceAuthorization,
  CreateToken: createToken,
  // The portal calls it ListAccounts, as Organizations does.
  ListPortalAccounts: listPortalAccounts,
  ListAccountRoles: listAccountRoles,
  GetRoleCredentials: getRoleCredentials,
  Logout: logout,
  ListInstances: listInstances,
  ListPermissionSets: listPermissionSets,
  DescribePermissionSet: describePermissionSet,
  ListPermissionSetsProvisionedToAccount: listPermissionSetsProvisionedToAccount,
  ListAccountAssignments: listAccountAssignments,
  ListAccountAssignmentsForPrincipal: listAccountAssignmentsForPrincipal,
  CreateAccountAssignment: createAccountAssignment,
  DeleteAccountAssignment: deleteAccountAssignment,
  DescribeAccountAssignmentCreationStatus: describeCreationStatus,
  DescribeAccountAssignmentDeletionStatus: describeDeletionStatus,
  ListUsers: listUsers,
  DescribeUser: describeUser,
  GetUserId: getUserId,
  ListGroups: listGroups,
  ListGroupMemberships: listGroupMemberships,
  CreateGroupMembership: createGroupMembership,
  GetGroupMembershipId: getGroupMembershipId,
  DeleteGroupMembership: deleteGroupMembership,
  ListAccounts: listAccounts,
  DescribeAccount: describeAccount,
  DescribeOrganization: describeOrganization,
  CreatePolicy: createPolicy,
  DescribePolicy: describePolicy,
  UpdatePolicy: updatePolicy,
  DeletePolicy: deletePolicy,
  ListPolicies: listPolicies,
  // Other services have one of this name too; only that of Organizations is known here.
  ListTagsForResource: listTagsForResource,
  AttachPolicy: attachPolicy,
  DetachPolicy: detachPolicy,
  ListPoliciesForTarget: listPoliciesForTarget,
  ListTargetsForPolicy: listTargetsForPolicy,
} as const;

type Operations = typeof operations;
export type OperationName = keyof Operations;
export type InputOf<Name extends OperationName> = Name extends OperationName
  ? Parameters<Operations[Name]['run']>[1]
  : never;
export type OutputOf<Name extends OperationName> = ReturnType<Operations[Name]['run']>;

/** Whether practice knows an operation of this name. */
export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
