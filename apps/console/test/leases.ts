import type { Entry, OpsLease } from '@sekisho/contract';
import { sampleLease } from '../../../test/support/sample-lease.ts';

/** A lease for tests: active on staging, held by engineer, from 10:00 to 11:00 UTC. */
export function leaseWith(change: Partial<OpsLease>): OpsLease {
  return sampleLease({
    durationSeconds: 3600,
    requestedAt: '2026-11-21T09:58:00.000Z',
    approvedAt: null,
    readyAt: '2026-11-21T10:00:00.000Z',
    deadline: '2026-11-21T11:00:00.000Z',
    hardMaximum: '2026-11-21T12:00:00.000Z',
    revision: 1,
    instanceType: 't3.medium',
    imageId: 'ami-0abc1234',
    account: '111122223333',
    costPerHour: 0.0544,
    costSoFar: 0.01,
    ...change,
  });
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
