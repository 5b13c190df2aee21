import type { PolicyRequest } from '@sekisho/iam-policy';
import type { Call } from '../call.ts';
import { type InputOf, type OperationName, operations } from '../operations.ts';
import { assumeActions, assumeContext } from '../sts/assume-context.ts';
import type { World } from '../world/world.ts';
import { profileAsks, quotaAsks, simulationAsks } from './account-asks.ts';
import { type AnyCall, type Ask, anyCall, passRole, textIn, textsIn } from './ask.ts';
import { requestTagContext } from './context.ts';
import { identityStoreAsks, organizationAsks, ssoAsks } from './directory-asks.ts';
import { instanceAsks, tagAsks } from './instance-asks.ts';
import { imageAsks, launchAsks } from './launch-asks.ts';
import { parameterAsks } from './parameter-asks.ts';
import { tagsOf } from './request-tags.ts';
import {
  automationAsks,
  createDocumentAsks,
  endSessionAsks,
  readDocumentAsks,
  startSessionAsks,
} from './session-asks.ts';
import { logAsks, s3Asks } from './storage-asks.ts';

/** What a call asks of policies: every one of these must be allowed. */
export function requestsOf(world: World, call: Call<OperationName>): readonly PolicyRequest[] {
  const shared = { 'aws:RequestedRegion': call.region };
  return asksOf(world, anyCall(call)).map(({ action, resource, context }) => ({
    action,
    resource,
    context: { ...shared, ...context },
  }));
}

type Asking = (world: World, call: AnyCall) => readonly Ask[];

/** Operations that ask for more than one thing, or by names of their own. */
const asking: Partial<Readonly<Record<OperationName, Asking>>> = {
  RunInstances: launchAsks,
  TerminateInstances: instanceAsks,
  StopInstances: instanceAsks,
  StartInstances: instanceAsks,
  GetConsoleOutput: instanceAsks,
  RebootInstances: instanceAsks,
  CreateTags: tagAsks,
  DeleteTags: tagAsks,
  CreateDocument: (_world, call) => createDocumentAsks(call),
  StartSession: startSessionAsks,
  TerminateSession: endSessionAsks,
  StartAutomationExecution: (_world, call) => automationAsks(call),
  GetParameters: (_world, call) => parameterAsks(call, textsIn(call, 'Names')),
  GetParameterHistory: (_world, call) => parameterAsks(call, textsIn(call, 'Name')),
  PutParameter: (_world, call) => parameterAsks(call, textsIn(call, 'Name')),
  EnableImageDeprecation: imageAsks,
  DisableImageDeprecation: imageAsks,
  DeregisterImage: imageAsks,
  GetDocument: (_world, call) => readDocumentAsks(call),
  DescribeDocument: (_world, call) => readDocumentAsks(call),
  GetInstanceProfile: (_world, call) => profileAsks(call),
  SimulatePrincipalPolicy: (_world, call) => simulationAsks(call),
  GetServiceQuota: (_world, call) => quotaAsks(call),
  AssumeRole: (_world, call) => assumeAsks(call.input as InputOf<'AssumeRole'>),
};

function asksOf(world: World, call: AnyCall): readonly Ask[] {
  const own = asking[call.operation];
  if (own !== undefined) return own(world, call);
  const { service } = operations[call.operation];
  switch (service) {
    case 'iam':
      return roleAsks(world, call);
    case 'scheduler':
      return scheduleAsks(call);
    case 'sso':
      return ssoAsks(call);
    case 'identitystore':
      return identityStoreAsks(world, call);
    case 'organizations':
      return organizationAsks(world, call);
    case 's3':
      return s3Asks(call);
    case 'logs':
      return logAsks(call);
    default:
      return [{ action: `${service}:${call.operation}`, resource: '*' }];
  }
}

function assumeAsks(input: InputOf<'AssumeRole'>): readonly Ask[] {
  const context = { ...requestTagContext(tagsOf(input)), ...assumeContext(input) };
  return assumeActions(input).map((action) => ({ action, resource: input.RoleArn, context }));
}

function roleAsks(world: World, call: AnyCall): readonly Ask[] {
  const { account, operation } = call;
  const action = `iam:${operation}`;
  const name = textIn(call, 'RoleName');
  if (name === null) return [{ action, resource: '*' }];
  const known = [...world.roles.values()].find(
    (each) => each.account === account && each.name === name,
  );
  const path = known?.path ?? '/';
  return [{ action, resource: `arn:aws:iam::${account}:role${path}${name}` }];
}

/** A schedule is handed the role that it acts with. */
function scheduleAsks(call: AnyCall): readonly Ask[] {
  const { account, region, operation, input } = call;
  const action = `scheduler:${operation}`;
  const name = textIn(call, 'Name');
  if (name === null) return [{ action, resource: '*' }];
  const group = textIn(call, 'GroupName') ?? 'default';
  const resource = `arn:aws:scheduler:${region}:${account}:schedule/${group}/${name}`;
  const role = (input['Target'] as { readonly RoleArn?: string } | undefined)?.RoleArn;
  return [{ action, resource }, ...(role === undefined ? [] : [passRole(role, 'scheduler')])];
}
