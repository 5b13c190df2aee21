import type { AccessLease, CiLease, Lease, MembershipLease, OpsLease } from '@sekisho/contract';

/** What leases of every kind have. */
const base: Omit<Lease, 'id' | 'kind'> = {
  state: 'active',
  environment: 'staging',
  production: false,
  requester: 'engineer',
  holder: 'engineer',
  reason: 'look at the slow query',
  ticket: null,
  durationSeconds: 1800,
  requestedAt: '2026-11-21T05:00:00.000Z',
  startsAt: null,
  approvedAt: '2026-11-21T05:00:00.000Z',
  readyAt: '2026-11-21T05:01:00.000Z',
  deadline: '2026-11-21T05:31:00.000Z',
  hardMaximum: '2026-11-21T13:00:00.000Z',
  endedAt: null,
  ending: null,
  approval: { count: 0, from: [], people: [] },
  approvals: [],
  breakGlass: false,
  reviewDue: false,
  step: 'ready',
  missing: null,
  detail: null,
  stuck: false,
  holdUntil: null,
  revision: 3,
};

/** A lease as a server shows one; facts that matter to a test are given. */
export function sampleLease(facts: Partial<OpsLease> = {}): OpsLease {
  return {
    ...base,
    id: 'ops-7k3f9q2m',
    kind: 'ops-server',
    instanceId: 'i-0abc1234def567890',
    instanceType: 't3.micro',
    imageId: 'ami-0123456789abcdef0',
    imageCreatedAt: null,
    imageOld: false,
    imageParameter: null,
    imageProvenance: null,
    account: '111111111111',
    region: 'ap-northeast-1',
    provider: 'aws',
    engine: null,
    costPerHour: 0.0136,
    costSoFar: 0.0068,
    ...facts,
  };
}

/** A lease of a permission set; facts that matter to a test are given. */
export function sampleAccess(facts: Partial<AccessLease> = {}): AccessLease {
  return {
    ...base,
    id: 'acc-7k3f9q2m',
    kind: 'permission-set',
    account: '333333333333',
    accountName: 'shop-production',
    permissionSet: 'ReadOnly',
    userName: 'taro',
    group: null,
    sessionSeconds: 8 * 3600,
    liveSessions: null,
    portalUrl: 'https://d-0123456789.awsapps.com/start/#/console?account_id=333333333333',
    ...facts,
  };
}

/** The role of a job that applies a plan; facts that matter to a test are given. */
export function sampleJob(facts: Partial<CiLease> = {}): CiLease {
  const nothing = { update: 0, replace: 0, delete: 0, read: 0, noOp: 0, import: 0, move: 0 };
  return {
    ...base,
    id: 'ci-7k3f9q2m',
    kind: 'ci-role',
    account: '333333333333',
    accountName: 'shop-production',
    role: 'arn:aws:iam::333333333333:role/infra-apply',
    approach: 'broker',
    repository: 'acme/infra',
    purpose: 'apply',
    sha: '0123456789abcdef0123456789abcdef01234567',
    ref: 'refs/heads/main',
    event: 'push',
    runId: '1000',
    attempt: 1,
    workflow: 'acme/infra/.github/workflows/apply.yml@refs/heads/main',
    actor: 'taro-suzuki',
    runUrl: 'https://github.com/acme/infra/actions/runs/1000/attempts/1',
    worksUntil: null,
    plan: {
      ...{ sha256: 'a'.repeat(64), digest: 'b'.repeat(64), risks: [] },
      counts: { ...nothing, create: 1, forget: 0, outputs: 0, drift: 0 },
      riskCounts: { danger: 0, warning: 0, note: 0 },
    },
    ...facts,
  };
}

/** A term with a team; facts that matter to a test are given. */
export function sampleMembership(facts: Partial<MembershipLease> = {}): MembershipLease {
  const set = { state: 'active', stuck: false, missing: null } as const;
  return {
    ...base,
    id: 'mem-7k3f9q2m',
    kind: 'membership',
    environment: 'sre',
    reason: 'an exchange for a quarter',
    durationSeconds: 90 * 86_400,
    team: 'sre',
    teamName: { en: 'SRE team', ja: 'SRE チーム' },
    group: 'sre',
    role: 'sre',
    maximumSeconds: 180 * 86_400,
    permissionSets: [
      {
        ...{ ...set, lease: 'acc-000001', account: '333333333333', accountName: 'production' },
        ...{ permissionSet: 'ReadOnly', production: true },
      },
      {
        ...{ ...set, lease: 'acc-000002', account: '222222222222', accountName: 'staging' },
        ...{ permissionSet: 'PowerUserAccess', production: false },
      },
    ],
    slackUserGroups: ['S0SRE'],
    shadowsOnCall: true,
    checklist: [
      {
        ...{ id: 'runbooks', title: { en: 'Read the runbooks', ja: '手順書を読む' } },
        ...{ link: null, done: { at: '2026-11-12T05:00:00.000Z', by: 'engineer' } },
      },
      {
        ...{ id: 'server', title: { en: 'Borrow an ops server', ja: '作業サーバーを借りる' } },
        ...{ link: 'https://wiki.example.com/ops', done: null },
      },
      {
        ...{ id: 'review', title: { en: 'Review a plan', ja: 'plan をレビューする' } },
        ...{ link: null, done: null },
      },
    ],
    ...facts,
  };
}
