import { type GuardPlace, logGroups, published } from './place.ts';
import { type Conditions, deny, type PolicyDocument, type Statement } from './statement.ts';

/**
 * What a service control policy denies in the members to everybody but the named administrators: changing what
 * Sekisho stands on there. A `*` in an action ends it, because not every partition takes one elsewhere.
 * Source: Organizations User Guide, "SCP syntax"; Service Authorization Reference of each service.
 */
export function guardPolicy(place: GuardPlace): PolicyDocument {
  const statements = [...parts(place), ...tags(place), ...servers(place), ...images(place)];
  return { Version: '2012-10-17', Statement: statements };
}

/** What is known by its name: roles, documents, log groups, switches. */
function parts(place: GuardPlace): Statement[] {
  const { roles } = place;
  const [itself, instance, scheduler] = [roles.sekisho, roles.instance, roles.scheduler].map(
    (name) => iam(place, `role/${name}`),
  ) as [string, string, string];
  const documents = ['Sekisho-*', 'SSM-SessionManagerRunShell'];
  const records = Object.values(logGroups).map((name) =>
    anywhere(place, 'logs', `log-group:${name}:*`),
  );
  const switches = ['CreateSchedule', 'DeleteSchedule', 'UpdateSchedule'];
  return [
    deny('Parts', changes, {
      on: [
        ...[itself, instance, scheduler, iam(place, `role/${roles.look}`)],
        iam(place, `instance-profile/${roles.instance}`),
        iam(place, `policy/${place.holderPolicy}`),
        ...documents.map((name) => anywhere(place, 'ssm', `document/${name}`)),
        anywhere(place, 'logs', 'log-group:/sekisho/*'),
      ],
      when: but(place),
    }),
    // What is Sekisho's own to do: another server with this role would write recordings in the name of its servers,
    // another schedule would end them; and nobody puts a dead-man's switch off, or takes its name before.
    deny('Powers', ['iam:PassRole', ...switches.map((name) => `scheduler:${name}`)], {
      on: [instance, scheduler, anywhere(place, 'scheduler', 'schedule/default/sekisho-*')],
      when: but(place, itself),
    }),
    // Whom this policy spares: whoever makes or takes such a role would be spared too. Sekisho may lend one to CI.
    deny('Spared', ['iam:CreateRole', ...takings], {
      on: [...place.administrators, ...place.imagePipelines],
      when: but(place, itself),
    }),
    // What servers did is written by servers alone.
    deny('Records', ['logs:CreateLogStream', 'logs:PutLogEvents'], {
      on: records,
      when: but(place, instance),
    }),
  ];
}

// Beginnings of names, because such a policy has little room: the resources say of what.
const changes = [
  ...['iam:Add*', 'iam:Attach*', 'iam:CreatePolicyV*', 'iam:Delete*', 'iam:Detach*'],
  ...['iam:Put*', 'iam:Remove*', 'iam:Set*', 'iam:Tag*', 'iam:Untag*', 'iam:Update*'],
  ...['ssm:Delete*', 'ssm:Modify*', 'ssm:Update*'],
  ...[
    'logs:Associate*',
    'logs:Delete*',
    'logs:Disassociate*',
    'logs:PutData*',
    'logs:PutRetention*',
  ],
];

/** What makes another role of a role. */
const takings = ['iam:Attach*', 'iam:Delete*', 'iam:Detach*', 'iam:Put*', 'iam:Update*'];

/** Marks by which Sekisho and its policies know a server. */
const marks = ['installation', 'lease', 'holder', 'hard-maximum', 'environment'];

/** Whoever writes the holder's tag decides who opens sessions; whoever takes the mark off hides a server. */
function tags(place: GuardPlace): Statement[] {
  const on = [instances(place), templates(place)];
  const itself = iam(place, `role/${place.roles.sekisho}`);
  return [
    deny('Marks', ['ec2:CreateTags', 'ec2:DeleteTags'], {
      on,
      when: { ...naming(marks), ...but(place, itself) },
    }),
    deny('AllMarks', ['ec2:DeleteTags'], {
      on,
      when: { StringEquals: marked(place), ...namingNone, ...but(place) },
    }),
    // Whoever bears a holder's tag is the holder. Identity Center's own sign-in is nobody of the account.
    deny('Holders', ['iam:CreateRole', 'iam:CreateUser', 'iam:Tag*', 'sts:TagSession'], {
      on: ['*'],
      when: {
        ...naming(['holder'], 'SSMSessionRunAs'),
        ArnLike: { 'aws:PrincipalArn': [iam(place, '*')] },
        ...but(place),
      },
    }),
  ];
}

/** Sessions on servers of others, and ways past Session Manager, its recording and the server's role. */
function servers(place: GuardPlace): Statement[] {
  const holder = "${aws:PrincipalTag/sekisho:holder, 'nobody'}";
  return [
    deny('Sessions', ['ssm:StartSession'], {
      on: [instances(place)],
      when: {
        StringEquals: { 'ssm:resourceTag/sekisho:installation': place.installation },
        StringNotEquals: { 'ssm:resourceTag/sekisho:holder': holder },
        ...but(place),
      },
    }),
    deny('Marked', [...waysIn, ...ofTemplates, ...ofKeys], {
      on: [instances(place), templates(place), anywhere(place, 'kms', 'key/*')],
      when: { StringEquals: marked(place), ...but(place) },
    }),
    // AWS compares the targets of none of these with a policy.
    // Source: Systems Manager User Guide, "Working with associations using IAM".
    deny('Runners', runners, { on: ['*'], when: but(place) }),
  ];
}

/** What has Systems Manager run commands later, in the name of nobody whom a policy binds. */
const runners = [
  ...['ssm:CreateAssociation*', 'ssm:UpdateAssociation'],
  ...['ssm:RegisterTask*', 'ssm:UpdateMaintenance*'],
];

const waysIn = [
  ...['ec2-instance-connect:Send*', 'ssm:SendCommand'],
  ...['ec2:AssociateIam*', 'ec2:DisassociateIam*', 'ec2:ReplaceIam*', 'ec2:ModifyInstance*'],
  // Another root volume, or this one in the hands of another server and back.
  ...['ec2:CreateReplaceRoot*', 'ec2:AttachVolume', 'ec2:DetachVolume'],
];
/** What is launched next. */
const ofTemplates = [
  ...['ec2:CreateLaunchTemplateV*', 'ec2:DeleteLaunchTemplate*', 'ec2:ModifyLaunchTemplate'],
];
/** What opens the logs. */
const ofKeys = ['kms:Disable*', 'kms:Put*', 'kms:Schedule*', 'kms:Tag*', 'kms:Untag*'];

/** Sekisho launches what the parameters name, and whatever image bears the mark. */
function images(place: GuardPlace): Statement[] {
  const on = [`arn:${place.partition}:ec2:*::image/*`];
  const pipelines = but(place, ...place.imagePipelines);
  return [
    deny('Images', ['ssm:DeleteParameter*', 'ssm:PutParameter'], {
      on: [anywhere(place, 'ssm', `parameter/${published.folder.replace(/\/[^/]*$/, '')}/*`)],
      when: pipelines,
    }),
    deny('ImageMarks', ['ec2:CreateTags', 'ec2:DeleteTags'], {
      on,
      when: { ...naming(['image']), ...pipelines },
    }),
    deny('AllOfImages', ['ec2:DeleteTags'], {
      on,
      when: { StringEquals: published.tag, ...namingNone, ...pipelines },
    }),
  ];
}

/** In any case of letters: conditions on a resource's tags do not tell `sekisho:Holder` from `sekisho:holder`. */
function naming(names: readonly string[], ...others: readonly string[]): Conditions {
  const keys = [...names.map((name) => `sekisho:${name}`), ...others];
  return { 'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': keys } };
}

/** Without a list of tags DeleteTags takes all of them, and there is no `aws:TagKeys` to compare. */
const namingNone: Conditions = { Null: { 'aws:TagKeys': 'true' } };

function marked({ installation }: GuardPlace) {
  return { 'aws:ResourceTag/sekisho:installation': installation };
}

/** Whom a statement does not bind. */
function but({ administrators }: GuardPlace, ...others: readonly string[]): Conditions {
  return { ArnNotLike: { 'aws:PrincipalArn': [...administrators, ...others] } };
}

function instances(place: GuardPlace): string {
  return anywhere(place, 'ec2', 'instance/*');
}

function templates(place: GuardPlace): string {
  return anywhere(place, 'ec2', 'launch-template/*');
}

function iam({ partition }: GuardPlace, what: string): string {
  return `arn:${partition}:iam::*:${what}`;
}

/** In every account and region that is guarded. */
function anywhere({ partition }: GuardPlace, service: string, what: string): string {
  return `arn:${partition}:${service}:*:*:${what}`;
}
