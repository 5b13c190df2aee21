import type { Entry, OpsLease } from '@sekisho/contract';

/** A lease for tests: active on staging, held by engineer, from 10:00 to 11:00 UTC. */
export function leaseWith(change: Partial<OpsLease>): OpsLease {
  return {
    id: 'ops-7k3f9q2m',
    kind: 'ops-server',
    state: 'active',
    environment: 'staging',
    production: false,
    requester: 'engineer',
    holder: 'engineer',
    reason: 'look at the slow query',
    ticket: null,
    durationSeconds: 3600,
    requestedAt: '2026-11-21T09:58:00.000Z',
    startsAt: null,
    approvedAt: null,
    readyAt: '2026-11-21T10:00:00.000Z',
    deadline: '2026-11-21T11:00:00.000Z',
    hardMaximum: '2026-11-21T12:00:00.000Z',
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
    revision: 1,
    instanceId: 'i-0abc1234def567890',
    instanceType: 't3.medium',
    imageId: 'ami-0abc1234',
    imageCreatedAt: null,
    imageOld: false,
    account: '111122223333',
    region: 'ap-northeast-1',
    costPerHour: 0.0544,
    costSoFar: 0.01,
    ...change,
  };
}

/** An entry for tests: an approval of the lease above. */
export function entryWith(change: Partial<Entry>): Entry {
  return {
    number: 1,
    at: '2026-11-21T09:59:00.000Z',
    actor: { id: 'sre', kind: 'person', assurance: 'practice', authenticatedAt: '' },
    action: 'lease.approve',
    outcome: 'done',
    subject: 'ops-7k3f9q2m',
    environment: 'staging',
    service: null,
    lease: 'ops-7k3f9q2m',
    data: {},
    texts: {},
    hash: '',
    ...change,
  };
}
