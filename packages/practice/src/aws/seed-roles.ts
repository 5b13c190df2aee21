import { trustPolicyFor } from '@sekisho/github-oidc';
import { roleKey } from './iam/role-state.ts';
import type { Role } from './world/records.ts';
import { createRng, hex } from './world/rng.ts';
import type { World } from './world/world.ts';

/** Names and numbers of what practice lends to CI jobs. */
export const practiceCi = {
  /** A read-only role, which any job of the repository may assume, and Sekisho for one. */
  planRole: 'sekisho-ci-plan',
  /** A strong role that only Sekisho may assume, for the broker. */
  applyRole: 'sekisho-ci-apply',
  /** A dedicated role that the pinned workflow assumes itself; it may do nothing outside a window. */
  windowRole: 'sekisho-ci-window',
  externalId: 'sekisho-practice',
  repository: { owner: 'acme', name: 'infra', ownerId: '9001', id: '7001' },
  workflow: 'acme/infra/.github/workflows/apply.yml@refs/heads/main',
  /** The environment of the repository whose jobs apply. */
  environment: 'production',
  /** What trust policies call practice GitHub's issuer: what they call GitHub's own. */
  provider: 'token.actions.githubusercontent.com',
  audience: 'sts.amazonaws.com',
} as const;

const everything = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
const reading = [
  {
    Effect: 'Allow',
    Action: ['ec2:Describe*', 'ssm:Describe*', 'iam:Get*', 'iam:List*', 'sts:GetCallerIdentity'],
    Resource: '*',
  },
];

/** What practice's servers do by their role. */
const serverWork = [
  {
    Effect: 'Allow',
    Action: ['ssm:UpdateInstanceInformation', 'ssmmessages:*', 'logs:*', 's3:*', 'ec2:CreateTags'],
    Resource: '*',
  },
];

/** Lets in a service of AWS. */
function serviceTrust(service: 'ec2' | 'scheduler'): object {
  const Principal = { Service: `${service}.amazonaws.com` };
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
  };
}

/** The roles of an account in which Sekisho works. @param now epoch milliseconds */
export function seedRoles(world: World, account: string, now: number): void {
  const { planRole, applyRole, windowRole } = practiceCi;
  const put = roleMaker(world, account, now);
  put('sekisho', ownTrust(account, null), { everything: policy(everything) });
  put(planRole, planTrust(account), { reading: policy(reading) });
  put(applyRole, ownTrust(account, practiceCi.externalId), { strong: policy(everything) });
  put(windowRole, applyTrust(account), {}, 12 * 3600);
  seedServiceRoles(world, account, now);
  seedForgotten(world, account, now);
}

/** The roles that services of AWS act with: of dead-man's switches, and of servers. */
export function seedServiceRoles(world: World, account: string, now: number): void {
  const put = roleMaker(world, account, now);
  put('sekisho-scheduler', serviceTrust('scheduler'), { ending: policy(everything) });
  put('sekisho-ops-server', serviceTrust('ec2'), { working: policy(serverWork) });
}

/** A role of a job that was switched off long ago; nobody remembers it. */
function seedForgotten(world: World, account: string, now: number): void {
  const day = 86_400_000;
  const key = roleKey(account, 'legacy-batch');
  roleMaker(world, account, now - 900 * day)('legacy-batch', ownTrust(account, null), {});
  const made = world.roles.get(key);
  const lastUsed = { at: now - 300 * day, region: 'ap-northeast-1' };
  if (made !== undefined) world.roles.put(key, { ...made, lastUsed });
}

function roleMaker(world: World, account: string, now: number) {
  // The same ids in every life of practice, whatever its randomness.
  const rng = createRng(Number(account.slice(0, 9))).next;
  return (
    name: string,
    trust: object,
    inline: Readonly<Record<string, string>>,
    maximumSessionSeconds = 3600,
  ): void => {
    const role: Role = {
      ...{ account, name, path: '/', description: null, createdAt: now, maximumSessionSeconds },
      roleId: `AROA${hex(rng, 17).toUpperCase()}`,
      now: { trust: JSON.stringify(trust), inline },
      before: [],
    };
    world.roles.put(roleKey(account, name), role);
  };
}

function policy(statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** The account that keys act in which name none. */
const home = '222222222222';

/** Lets in Sekisho's own principals: the keys of practice's accounts, and its role in this one. */
function ownTrust(account: string, externalId: string | null): object {
  return { Version: '2012-10-17', Statement: [ownStatement(account, externalId)] };
}

function ownStatement(account: string, externalId: string | null): object {
  const who = externalId === null ? 'root' : 'user/practice';
  const statement = {
    Sid: 'Sekisho',
    Effect: 'Allow',
    Principal: {
      AWS: [
        ...new Set([account, home].map((from) => `arn:aws:iam::${from}:${who}`)),
        ...(externalId === null ? [] : [`arn:aws:iam::${account}:role/sekisho`]),
      ],
    },
    Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
  };
  if (externalId === null) return statement;
  return { ...statement, Condition: { StringEquals: { 'sts:ExternalId': externalId } } };
}

/** Lets in the job that applies: by repository id, environment and workflow. */
function applyTrust(account: string): object {
  const { repository, environment, workflow, audience } = practiceCi;
  const partition = 'aws';
  return trustPolicyFor({
    ...{ account, partition, repository, from: { environment }, workflow, audience },
  });
}

/** Lets in whatever job of the repository plans, for pull requests too: what it may do is reading. */
function planTrust(account: string): object {
  const { provider, repository, audience } = practiceCi;
  const { owner, name, ownerId, id } = repository;
  const own = [`repo:${owner}/${name}:*`, `repo:${owner}@${ownerId}/${name}@${id}:*`];
  const statement = {
    Sid: 'GitHubActions',
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${provider}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { [`${provider}:aud`]: audience, [`${provider}:repository_id`]: id },
      StringLike: { [`${provider}:sub`]: own },
    },
  };
  return {
    Version: '2012-10-17',
    Statement: [statement, ownStatement(account, practiceCi.externalId)],
  };
}
