import { roleKey } from '../iam/role-state.ts';
import { userIdOf } from '../sts/identity.ts';
import type { Session } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { type AnyCall, type Ask, resourceTags, textIn } from './ask.ts';
import { ec2Arn, instanceHere } from './instance-asks.ts';

/** What a session opens by when the call names no document. */
const shell = 'SSM-SessionManagerRunShell';

/** What opening a session asks for: the instance and the document. Source: Service Authorization Reference, AWS Systems Manager. */
export function startSessionAsks(world: World, call: AnyCall): readonly Ask[] {
  const target = textIn(call, 'Target') ?? '*';
  const tags = instanceHere(world, call, target)?.tags ?? {};
  const checked = { 'ssm:SessionDocumentAccessCheck': 'true' };
  const document = documentArn(call, textIn(call, 'DocumentName') ?? shell);
  return [
    {
      action: 'ssm:StartSession',
      resource: ec2Arn(call, 'instance', target),
      context: { ...checked, ...resourceTags('ssm:resourceTag', tags) },
    },
    { action: 'ssm:StartSession', resource: document, context: checked },
  ];
}

/** What ending a session asks for: it, with the marks that say whose it is and where. */
export function endSessionAsks(world: World, call: AnyCall): readonly Ask[] {
  const id = textIn(call, 'SessionId') ?? '*';
  const session = world.sessions.get(id);
  const marks = {
    'ssm:resourceTag/aws:ssmmessages:session-id':
      session === undefined ? '' : ownerId(world, session),
    'ssm:resourceTag/aws:ssmmessages:target-id': session?.instanceId ?? '',
  };
  const resource = `arn:aws:ssm:${call.region}:${call.account}:session/${id}`;
  return [
    {
      action: `ssm:${call.operation}`,
      resource,
      ...(session === undefined ? {} : { context: marks }),
    },
  ];
}

/** What making a document asks for: the document that it will be. */
export function createDocumentAsks(call: AnyCall): readonly Ask[] {
  const resource = documentArn(call, textIn(call, 'Name') ?? '*');
  return [{ action: 'ssm:CreateDocument', resource }];
}

/** What reading of a document asks for: it. */
export function readDocumentAsks(call: AnyCall): readonly Ask[] {
  const resource = documentArn(call, textIn(call, 'Name') ?? '*');
  return [{ action: `ssm:${call.operation}`, resource }];
}

/** What starting an Automation asks for: its document and the execution that it will be. */
export function automationAsks(call: AnyCall): readonly Ask[] {
  const { account, region } = call;
  const action = 'ssm:StartAutomationExecution';
  return [
    { action, resource: documentArn(call, textIn(call, 'DocumentName') ?? '*') },
    { action, resource: `arn:aws:ssm:${region}:${account}:automation-execution/*` },
  ];
}

/** Documents of AWS's own belong to no account. */
function documentArn({ account, region }: AnyCall, name: string): string {
  return `arn:aws:ssm:${region}:${name.startsWith('AWS-') ? '' : account}:document/${name}`;
}

/** The `aws:userid` of whoever began a session. */
function ownerId(world: World, { owner, account }: Session): string {
  const [, from = '', name = '', session = ''] =
    /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\/(.+)$/.exec(owner) ?? [];
  const role = world.roles.get(roleKey(from, name));
  return role === undefined ? userIdOf({ account }) : `${role.roleId}:${session}`;
}
