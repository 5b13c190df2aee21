import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EC2Client, RunInstancesCommand, type RunInstancesCommandInput } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { CreateDocumentCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import {
  instantTiming,
  practiceAccounts,
  practiceRegion,
  startPracticeAws,
} from '@sekisho/practice/aws';
import { forwardPortDocument, hostsPattern } from '../../src/documents/index.ts';
import {
  type MemberPlace,
  opsHolderPolicy,
  opsInstancePolicy,
  opsSchedulerPolicy,
  opsServersPolicy,
  type PolicyDocument,
} from '../../src/policies/index.ts';
import { makeRole } from './make-role.ts';

export const region = practiceRegion;
export const account = practiceAccounts.staging;

/** The account of practice in which the generated policies are in force. */
export const place: MemberPlace = {
  partition: 'aws',
  account,
  regions: [region],
  installation: 'contract',
  launchTemplates: [`lt-0${account}0001`],
  canaries: ['image-canary'],
  ownRole: 'sekisho',
  instanceRole: 'sekisho-ops-server',
  schedulerRole: 'sekisho-scheduler',
  document: 'Sekisho-TerminateLease',
  forwardDocument: 'Sekisho-ForwardPort',
  recording: {
    logGroup: '/sekisho/ops-servers',
    sessionLogGroup: '/sekisho/sessions',
    bucket: 'recordings',
  },
};

export const roleArn = (name: string) => `arn:aws:iam::${account}:role/${name}`;

/** Clients of one principal. */
export interface Hands {
  readonly ec2: EC2Client;
  readonly ssm: SSMClient;
  readonly scheduler: SchedulerClient;
}

/** A practice AWS whose roles have the generated policies and nothing else. */
export interface House {
  readonly url: string;
  /** The account's own keys, which no policy binds. */
  readonly owner: Hands;
  /** Takes a role, as a session of this name and with these tags. */
  as(role: string, session: string, tags?: Readonly<Record<string, string>>): Promise<Hands>;
  /** What a server does with the credentials of its own metadata. */
  asInstance(instanceId: string): Promise<Hands>;
  /** Launches with the account's own keys a server that bears these tags. */
  launch(tags: Readonly<Record<string, string>>): Promise<string>;
  /** Moves practice's clock. */
  skip(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const policies: Readonly<Record<string, PolicyDocument>> = {
  'sekisho-member': opsServersPolicy(place),
  'sekisho-scheduler': opsSchedulerPolicy(place),
  'sekisho-ops-server': opsInstancePolicy(place),
  engineer: opsHolderPolicy(place),
};

interface Furnishing extends Partial<Parameters<typeof startPracticeAws>[0]> {
  /** Roles besides the installation's, each with its one policy. */
  readonly roles?: Readonly<Record<string, PolicyDocument>>;
}

/** @see House */
export async function openHouse({ roles = {}, ...more }: Furnishing = {}) {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'sekisho-policies-'));
  const timing = instantTiming;
  const aws = await startPracticeAws({ port: 0, dataDirectory, timing, testMode: true, ...more });
  const ownKeys = { accessKeyId: account, secretAccessKey: 'practice' };
  const clients: { destroy(): void }[] = [];
  const own = { endpoint: aws.url, region, credentials: ownKeys };
  const [iam, sts] = [new IAMClient(own), new STSClient(own)];
  clients.push(iam, sts);
  const hands = (credentials: object): Hands => {
    const options = { ...own, credentials: credentials as typeof ownKeys, maxAttempts: 1 };
    const made = {
      ec2: new EC2Client(options),
      ssm: new SSMClient(options),
      scheduler: new SchedulerClient(options),
    };
    clients.push(...Object.values(made));
    return made;
  };
  for (const [name, policy] of Object.entries({ ...policies, ...roles }))
    await makeRole(iam, account, { name, policy });
  const owner = hands(ownKeys);
  const Content = JSON.stringify(forwardPortDocument(hostsPattern(['*.example.internal'])));
  const document = { Name: place.forwardDocument, DocumentType: 'Session', Content } as const;
  await owner.ssm.send(new CreateDocumentCommand(document));
  const house: House = {
    url: aws.url,
    owner,
    as: async (role, session, tags = {}) => hands(await assume(sts, role, session, tags)),
    async asInstance(instanceId) {
      const given = await control(aws.url, 'instance-credentials', { account, region, instanceId });
      return hands(keysOf(given as Given));
    },
    async launch(tags) {
      const { Instances } = await owner.ec2.send(new RunInstancesCommand(launchOf(tags)));
      return Instances?.[0]?.InstanceId ?? '';
    },
    skip: async (advanceMs) => void (await control(aws.url, 'clock', { advanceMs })),
    async close() {
      for (const client of clients) client.destroy();
      await aws.close();
      await rm(dataDirectory, { recursive: true });
    },
  };
  return house;
}

/** A launch from the named template whose parts all bear these tags. */
export function launchOf(tags: Readonly<Record<string, string>>): RunInstancesCommandInput {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  const kinds = Tags.length === 0 ? [] : (['instance', 'volume', 'network-interface'] as const);
  return {
    ...{ MinCount: 1, MaxCount: 1 },
    LaunchTemplate: { LaunchTemplateId: place.launchTemplates[0] },
    MetadataOptions: { HttpTokens: 'required' },
    ...(kinds.length === 0
      ? {}
      : { TagSpecifications: kinds.map((ResourceType) => ({ ResourceType, Tags })) }),
  };
}

async function assume(
  sts: STSClient,
  role: string,
  RoleSessionName: string,
  tags: Readonly<Record<string, string>>,
) {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  const named = { RoleArn: roleArn(role), RoleSessionName };
  const tagged = Tags.length === 0 ? {} : { Tags };
  const given = await sts.send(new AssumeRoleCommand({ ...named, ...tagged }));
  return keysOf(given.Credentials as Given);
}

interface Given {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly SessionToken: string;
}

function keysOf({ AccessKeyId, SecretAccessKey, SessionToken }: Given) {
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  };
}

async function control(url: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${url}/_practice/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
}
