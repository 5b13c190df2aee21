import { buildActions, impliedBuildActions } from '../images/build-actions.ts';
import { ownSessions } from './own-sessions.ts';
import { type BuildPlace, calledIn, inRegions, ofAws, rolesNamed } from './place.ts';
import { allow, documentOf, type PolicyDocument, type Statement } from './statement.ts';

const declared = [...buildActions, ...impliedBuildActions];
type Declared = (typeof declared)[number];

/** The tag that everything of a build bears, and the one that only a finished image does: as the template gives them. */
const [build, finished] = ['sekisho:image-build', 'sekisho:image'] as const;
const asked = { [`aws:RequestTag/${build}`]: 'ops-server' };
const own = { StringEquals: { [`aws:ResourceTag/${build}`]: 'ops-server' } };
/** Finished images are the pipeline's next steps' to change or take away. */
const unfinished = { ...own, Null: { [`aws:ResourceTag/${finished}`]: 'true' } };
/**
 * What the template launches: a small size from an image of Debian's own account. AWS verified it: such owners have an
 * alias, which images then bear in place of the number, so far as AWS's own example policies show.
 * Source: EC2 User Guide, "Shared AMIs"; Service Authorization Reference, `ec2:Owner`.
 */
const [debian, size] = [['136693071363', 'amazon'], 't3.small'] as const;
/** What finished images and their snapshots are called. */
const name = 'sekisho-ops-server-*';

/**
 * What `packer build` of images/ops-server may do, as Packer's Amazon plug-in does it over Session Manager: launch one
 * kind of instance with one role, reach it, make an image of it, and take away what bears the build's tag. Never run
 * live. Source: {@link buildActions}; Service Authorization Reference, Amazon EC2 and AWS Systems Manager.
 */
export function imageBuildPolicy(place: BuildPlace): PolicyDocument {
  return documentOf(declared, [
    ...look(place),
    ...make(place),
    ...launch(place),
    ...reach(place),
    ...markImage(place),
  ]);
}

function look(place: BuildPlace): Statement[] {
  const { partition, account, instanceProfile } = place;
  const described: Declared[] = [
    ...(['ec2:DescribeImages', 'ec2:DescribeInstanceStatus', 'ec2:DescribeInstances'] as const),
    ...(['ec2:DescribeRegions', 'ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets'] as const),
    'ec2:DescribeVolumes',
  ];
  return [
    allow('Look', described, { on: ['*'], when: calledIn(place) }),
    allow('SeeProfile', ['iam:GetInstanceProfile'] satisfies Declared[], {
      on: [`arn:${partition}:iam::${account}:instance-profile/${instanceProfile}`],
    }),
  ];
}

/** Key pair, group and images; by `encrypt_boot` the image is copied, with its tags, and the copy is the one that stays. */
function make(place: BuildPlace): Statement[] {
  const make: Declared[] = ['ec2:CreateImage', 'ec2:CreateKeyPair', 'ec2:CreateSecurityGroup'];
  const use: Declared[] = [
    ...(['ec2:CreateImage', 'ec2:DeleteKeyPair', 'ec2:DeleteSecurityGroup'] as const),
    ...(['ec2:RunInstances', 'ec2:StopInstances', 'ec2:TerminateInstances'] as const),
  ];
  const settle: Declared[] = [
    ...(['ec2:DeleteSnapshot', 'ec2:DeregisterImage'] as const),
    ...(['ec2:EnableImageDeprecation', 'ec2:ModifyImageAttribute'] as const),
  ];
  const images = ofAws(place, 'ec2', 'image/*', 'snapshot/*');
  const [pair, group] = ['key-pair/*', 'security-group/*'];
  return [
    allow('MakeMarked', make, {
      on: [...inRegions(place, 'ec2', pair, group), ...images],
      when: { StringEquals: asked },
    }),
    // The group has no inbound rule: nothing here may write one.
    allow('MakeGroupSomewhere', ['ec2:CreateSecurityGroup'] satisfies Declared[], {
      on: inRegions(place, 'ec2', 'vpc/*'),
    }),
    allow('UseAndEndOwn', use, {
      on: inRegions(place, 'ec2', 'instance/*', pair, group),
      when: own,
    }),
    // AWS judges a copy by no tag of what is copied.
    allow('Encrypt', ['ec2:CopyImage'] satisfies Declared[], { on: images }),
    allow('SettleUnfinished', settle, { on: images, when: unfinished }),
  ];
}

function launch(place: BuildPlace): Statement[] {
  const { partition, account, instanceProfile } = place;
  const run: Declared[] = ['ec2:RunInstances'];
  const profile = `arn:${partition}:iam::${account}:instance-profile/${instanceProfile}`;
  const instance = { 'ec2:MetadataHttpTokens': 'required', 'ec2:InstanceType': size };
  return [
    allow('LaunchFromDebian', run, {
      on: ofAws(place, 'ec2', 'image/*'),
      when: { StringEquals: { 'ec2:Owner': debian } },
    }),
    allow('LaunchInstance', run, {
      on: inRegions(place, 'ec2', 'instance/*'),
      when: {
        StringEquals: { ...asked, ...instance },
        ArnEquals: { 'ec2:InstanceProfile': profile },
      },
    }),
    allow('LaunchVolume', run, {
      on: inRegions(place, 'ec2', 'volume/*'),
      when: { StringEquals: asked, Bool: { 'ec2:Encrypted': 'true' } },
    }),
    allow('LaunchWithoutAddress', run, {
      on: inRegions(place, 'ec2', 'network-interface/*'),
      when: { Bool: { 'ec2:AssociatePublicIpAddress': 'false' } },
    }),
    allow('LaunchIntoSubnet', run, { on: inRegions(place, 'ec2', `subnet/${place.subnet}`) }),
    allow('PassRoleOfBuild', ['iam:PassRole'] satisfies Declared[], {
      on: rolesNamed(place, [place.instanceRole]),
      when: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    }),
  ];
}

function reach(place: BuildPlace): Statement[] {
  const start: Declared[] = ['ssm:StartSession'];
  return [
    allow('ForwardToOwnInstance', start, {
      on: inRegions(place, 'ec2', 'instance/*'),
      when: {
        StringEquals: { [`ssm:resourceTag/${build}`]: 'ops-server' },
        // Whoever names no document opens the shell's, which is not allowed here.
        BoolIfExists: { 'ssm:SessionDocumentAccessCheck': 'true' },
      },
    }),
    allow('ForwardPorts', start, {
      on: ofAws(place, 'ssm', 'document/AWS-StartPortForwardingSession'),
    }),
    ...ownSessions(place),
  ];
}

function markImage(place: BuildPlace): Statement[] {
  const tag: Declared[] = ['ec2:CreateTags'];
  const made = ['CreateImage', 'CreateKeyPair', 'CreateSecurityGroup', 'RunInstances'];
  const finishing = {
    StringEquals: { [`aws:RequestTag/${finished}`]: 'ops-server' },
    ...onlyOf('Name', finished, `${finished}-base`, `${finished}-revision`),
  };
  const parts = ['instance/*', 'key-pair/*', 'network-interface/*', 'security-group/*', 'volume/*'];
  return [
    allow('MarkWhatIsMade', tag, {
      on: [...inRegions(place, 'ec2', ...parts), ...ofAws(place, 'ec2', 'image/*', 'snapshot/*')],
      when: { StringEquals: { ...asked, 'ec2:CreateAction': made }, ...onlyOf('Name', build) },
    }),
    // Whether tags that AWS copies count as asked for is written nowhere.
    allow('MarkCopy', tag, {
      on: ofAws(place, 'ec2', 'image/*', 'snapshot/*'),
      when: {
        StringEquals: { 'ec2:CreateAction': 'CopyImage' },
        StringEqualsIfExists: asked,
        ...onlyOf('Name', build),
      },
    }),
    allow('FinishOwnImage', tag, {
      on: ofAws(place, 'ec2', 'image/*'),
      when: { ...finishing, StringEquals: { ...finishing.StringEquals, ...own.StringEquals } },
    }),
    // A copy's snapshot bears no tag. One that has another name is somebody else's.
    allow('FinishSnapshot', tag, {
      on: ofAws(place, 'ec2', 'snapshot/*'),
      when: { ...finishing, StringLikeIfExists: { 'aws:ResourceTag/Name': name } },
    }),
  ];
}

/** A call that names no other tags: none of an ops server's, least of all its holder's. */
function onlyOf(...keys: readonly string[]) {
  return { 'ForAllValues:StringEquals': { 'aws:TagKeys': keys } };
}
