import type { AccessLease, Lease, OpsLease } from '@sekisho/contract';

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
    account: '111111111111',
    region: 'ap-northeast-1',
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
    portalUrl: 'https://d-0123456789.awsapps.com/start/#/console?account_id=333333333333',
    ...facts,
  };
}
