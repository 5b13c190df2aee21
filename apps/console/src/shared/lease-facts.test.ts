import type { OpsLease } from '@sekisho/contract';
import { describe, expect, it } from 'vitest';
import { leaseWith } from '../../test/leases.ts';
import { sortLeases } from '../now/sort-leases.ts';
import { actionsFor as actionsAt, drainOf } from './lease-facts.ts';
import type { Me } from './me.ts';

const at = (clock: string) => Date.parse(`2026-11-21T${clock}:00.000Z`);
const me = (id: string, role: NonNullable<Me['person']>['role']): Me => ({
  principal: { id, kind: 'person', assurance: 'practice', authenticatedAt: '' },
  person: {
    id,
    name: { en: id, ja: id },
    email: null,
    github: null,
    groups: [],
    role,
    language: 'en',
    timeZone: 'UTC',
    onCall: false,
  },
  installation: 'practice',
  practice: true,
  stopped: null,
  restored: null,
  environments: [],
});
const actionsFor = (lease: OpsLease, reader: Me) =>
  actionsAt(lease, reader, at('10:30'), 'en').map(({ id }) => id);
const approval = { count: 1, from: ['group:sre'], people: ['sre'] };

describe('what the reader is offered on a card', () => {
  it('is connecting first for the holder', () => {
    expect(actionsFor(leaseWith({}), me('engineer', 'member'))).toEqual([
      'ops.connect',
      'ops.extend',
      'ops.handover',
      'ops.hold',
      'ops.stop',
    ]);
  });

  it('is taking it back for an SRE who does not hold it, and nothing for others', () => {
    expect(actionsFor(leaseWith({}), me('sre', 'sre'))).toEqual([
      'ops.extend',
      'ops.handover',
      'ops.stop',
    ]);
    expect(actionsFor(leaseWith({}), me('support', 'member'))).toEqual([]);
    expect(actionsFor(leaseWith({}), me('engineer', 'read-only'))).toEqual([]);
  });

  it('is approving only for those who may and have not yet', () => {
    const waiting = leaseWith({ state: 'requested', approval });
    expect(actionsFor(waiting, me('sre', 'sre'))).toEqual(['lease.approve', 'lease.deny']);
    expect(actionsFor(waiting, me('engineer', 'member'))).toEqual(['lease.withdraw']);
    const half = { ...waiting, approvals: [{ approver: 'sre', at: '' }] };
    expect(actionsFor(half, me('sre', 'sre'))).toEqual([]);
  });

  it('is no extending once the deadline is the hard maximum', () => {
    const last = leaseWith({ hardMaximum: '2026-11-21T11:00:00.000Z' });
    expect(actionsFor(last, me('engineer', 'member'))).not.toContain('ops.extend');
  });
});

describe('drainOf', () => {
  it('drains from ready towards the deadline, with the hard maximum as its end', () => {
    expect(drainOf(leaseWith({}), at('10:30'))).toEqual({ spent: 0.25, left: 0.25, spare: 0.5 });
    expect(drainOf(leaseWith({}), at('11:30'))).toEqual({ spent: 0.75, left: 0, spare: 0.25 });
  });

  it('does not run before ready or after the end', () => {
    expect(drainOf(leaseWith({ readyAt: null }), at('10:30'))).toBeNull();
    expect(drainOf(leaseWith({ state: 'ended' }), at('10:30'))).toBeNull();
  });
});

describe('sortLeases', () => {
  it('puts the oldest request, what is stuck, and what ends soonest first', () => {
    const { waiting, open, reviews } = sortLeases([
      leaseWith({ id: 'late', deadline: '2026-11-21T11:30:00.000Z' }),
      leaseWith({ id: 'soon' }),
      leaseWith({ id: 'stuck', state: 'revoking', stuck: true, deadline: null }),
      leaseWith({ id: 'new', state: 'requested', requestedAt: '2026-11-21T09:59:00.000Z' }),
      leaseWith({ id: 'old', state: 'requested' }),
      leaseWith({ id: 'owed', state: 'ended', reviewDue: true }),
    ]);
    expect(waiting.map(({ id }) => id)).toEqual(['old', 'new']);
    expect(open.map(({ id }) => id)).toEqual(['stuck', 'soon', 'late']);
    expect(reviews.map(({ id }) => id)).toEqual(['owed']);
  });

  it('puts what the reader may agree to before older requests that others must answer', () => {
    const requested = { state: 'requested', requestedAt: '2026-11-21T09:58:00.000Z' } as const;
    const others = leaseWith({
      ...requested,
      id: 'others',
      approval: { ...approval, people: ['sre2'] },
    });
    const later = { ...requested, requestedAt: '2026-11-21T09:59:00.000Z', approval };
    const order = (reader: string | null) =>
      sortLeases([others, leaseWith({ ...later, id: 'mine' })], reader).waiting.map(({ id }) => id);
    expect(order('sre')).toEqual(['mine', 'others']);
    expect(order('engineer')).toEqual(['others', 'mine']);
    expect(order(null)).toEqual(['others', 'mine']);
  });
});
