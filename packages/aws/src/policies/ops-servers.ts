import { actions, impliedActions } from '../actions.ts';
import { calledIn, inRegions, type MemberPlace, ofAws, published, rolesNamed } from './place.ts';
import { allow, deny, documentOf, type PolicyDocument, type Statement } from './statement.ts';

const declared = [...actions, ...impliedActions];
type Declared = (typeof declared)[number];

const mark = 'sekisho:installation';
/** Tags that follow a lease while it lives. */
const changingTags = ['sekisho:holder', 'sekisho:hard-maximum'];

/**
 * What Sekisho's role in an account with ops servers may do: launch from named templates, look after
 * and end what bears the installation's tag, and no more.
 * Source: Service Authorization Reference, Amazon EC2 (RunInstances, CreateTags), AWS Systems Manager,
 * EventBridge Scheduler; EC2 User Guide, "Example policies", launch templates.
 */
export function opsServersPolicy(place: MemberPlace): PolicyDocument {
  const statements = [...look(place), ...launch(place), ...keep(place), ...never()];
  return documentOf(declared, statements, ['sts:AssumeRole']);
}

function look(place: MemberPlace): Statement[] {
  const what = [
    ...['ec2:DescribeImages', 'ec2:DescribeInstances', 'ec2:DescribeLaunchTemplateVersions'],
    ...['ssm:DescribeInstanceInformation', 'ssm:DescribeSessions'],
  ] as Declared[];
  return [
    allow('Look', what, { on: ['*'], when: calledIn(place) }),
    allow('ReadPublishedImages', ['ssm:GetParameters'] satisfies Declared[], {
      on: inRegions(place, 'ssm', `parameter/${published.folder}/*`),
    }),
  ];
}

/**
 * Templates alone, of which nothing that exists already is overridden but the image, by one that the pipeline
 * marked: Sekisho cannot mark one. What is made bears its marks at once.
 */
function launch(place: MemberPlace): Statement[] {
  const templates = place.launchTemplates.map((id) => `launch-template/${id}`);
  const from = { ArnLike: { 'ec2:LaunchTemplate': inRegions(place, 'ec2', ...templates) } };
  const ours = { [`aws:RequestTag/${mark}`]: place.installation };
  const marked = { 'aws:RequestTag/sekisho:lease': 'false' };
  const held = { ...marked, 'aws:RequestTag/sekisho:holder': 'false' };
  const run: Declared[] = ['ec2:RunInstances'];
  const made = inRegions(place, 'ec2', 'instance/*', 'volume/*', 'network-interface/*');
  return [
    allow('LaunchFromNamedTemplates', run, {
      on: [
        ...ofAws(place, 'ec2', 'image/*', 'snapshot/*'),
        ...inRegions(place, 'ec2', 'subnet/*', 'security-group/*', ...templates),
      ],
      when: { ...from, Bool: { 'ec2:IsLaunchTemplateResource': 'true' } },
    }),
    allow('LaunchPublishedImages', run, {
      on: ofAws(place, 'ec2', 'image/*'),
      when: { ...from, StringEquals: published.tag },
    }),
    allow('LaunchMarkedInstances', run, {
      on: inRegions(place, 'ec2', 'instance/*'),
      when: {
        ...from,
        StringEquals: { ...ours, 'ec2:MetadataHttpTokens': 'required' },
        Null: held,
      },
    }),
    allow('LaunchMarkedParts', run, {
      on: inRegions(place, 'ec2', 'volume/*', 'network-interface/*'),
      when: { ...from, StringEquals: ours, Null: marked },
    }),
    allow('MarkAtLaunch', ['ec2:CreateTags'] satisfies Declared[], {
      on: made,
      when: { StringEquals: { 'ec2:CreateAction': 'RunInstances', ...ours } },
    }),
    allow('PassInstanceRole', ['iam:PassRole'] satisfies Declared[], {
      on: rolesNamed(place, [place.instanceRole]),
      when: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    }),
  ];
}

function keep(place: MemberPlace): Statement[] {
  const instances = inRegions(place, 'ec2', 'instance/*');
  const ours = { StringEquals: { [`aws:ResourceTag/${mark}`]: place.installation } };
  const end: Declared[] = [
    ...(['ec2:RebootInstances', 'ec2:StopInstances', 'ec2:TerminateInstances'] as const),
  ];
  const arm: Declared[] = [
    ...(['scheduler:CreateSchedule', 'scheduler:DeleteSchedule'] as const),
    ...(['scheduler:GetSchedule', 'scheduler:UpdateSchedule'] as const),
  ];
  return [
    allow('EndOwn', end, { on: instances, when: ours }),
    allow('RetagOwn', ['ec2:CreateTags'] satisfies Declared[], {
      on: instances,
      when: {
        ...ours,
        'ForAllValues:StringEquals': { 'aws:TagKeys': changingTags },
        Null: { 'aws:TagKeys': 'false' },
      },
    }),
    allow('EndSessions', ['ssm:TerminateSession'] satisfies Declared[], {
      on: inRegions(place, 'ssm', 'session/*'),
    }),
    allow('ArmSwitches', arm, { on: inRegions(place, 'scheduler', 'schedule/default/sekisho-*') }),
    allow('PassSchedulerRole', ['iam:PassRole'] satisfies Declared[], {
      on: rolesNamed(place, [place.schedulerRole]),
      when: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    }),
  ];
}

/** The holder opens sessions, not Sekisho; and what is somebody else's never becomes its own. */
function never(): Statement[] {
  const open = [
    ...['ssm:StartSession', 'ssm:ResumeSession', 'ssm:SendCommand'],
    ...['ssm:StartAutomationExecution', 'ec2-instance-connect:SendSSHPublicKey'],
  ];
  return [
    deny('NeverOpenSessions', open, { on: ['*'] }),
    deny('NeverUnmark', ['ec2:DeleteTags'], { on: ['*'] }),
    deny('NeverRemark', ['ec2:CreateTags'], {
      on: ['*'],
      when: {
        'ForAnyValue:StringEquals': { 'aws:TagKeys': [mark] },
        StringNotEquals: { 'ec2:CreateAction': 'RunInstances' },
      },
    }),
  ];
}
