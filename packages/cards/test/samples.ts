import type { AccessLease, CiLease, MembershipLease, OpsLease, Person } from '@sekisho/contract';
import {
  sampleAccess,
  sampleJob,
  sampleLease,
  sampleMembership,
} from '../../../test/support/sample-lease.ts';
import type { CardOptions } from '../src/index.ts';

/** 14:00 in Tokyo. */
export const now = new Date('2026-11-21T05:00:00Z');

function person(id: string, en: string, ja: string, role: Person['role'] = 'member'): Person {
  const rest = {
    email: null,
    github: null,
    groups: [] as string[],
    language: 'ja',
    timeZone: 'Asia/Tokyo',
    onCall: false,
  } as const;
  return { id, name: { en, ja }, role, ...rest };
}

export const people = [
  person('engineer', 'Taro Suzuki', '鈴木 太郎'),
  person('sre', 'Hanako Sato', '佐藤 花子', 'admin'),
  person('sre2', 'Ken Watanabe', '渡辺 健', 'sre'),
  person('support', 'Emi Tanaka', '田中 恵美'),
  person('auditor', 'Ichiro Kansa', '監査 一郎', 'read-only'),
];

export const english: CardOptions = {
  now,
  language: 'en',
  timeZone: 'Asia/Tokyo',
  people,
  you: null,
};
export const japanese: CardOptions = { ...english, language: 'ja' };

/** An active production lease with 42 of 110 minutes before its deadline. */
export const active: OpsLease = sampleLease({
  environment: 'production',
  production: true,
  ticket: 'OPS-12',
  durationSeconds: 3600,
  requestedAt: '2026-11-21T04:30:00Z',
  approvedAt: '2026-11-21T04:35:00Z',
  readyAt: '2026-11-21T04:40:00Z',
  deadline: '2026-11-21T05:42:00Z',
  hardMaximum: '2026-11-21T06:30:00Z',
  approval: { count: 1, from: ['group:sre'], people: ['sre', 'sre2'] },
  approvals: [{ approver: 'sre', at: '2026-11-21T04:35:00Z' }],
  instanceType: 't3.small',
  imageId: 'ami-0abc1234def567890',
  costPerHour: 0.0272,
  costSoFar: 0.01,
});

export const requested: OpsLease = {
  ...active,
  state: 'requested',
  step: 'waiting-approval',
  approvedAt: null,
  readyAt: null,
  deadline: null,
  hardMaximum: null,
  approvals: [],
  instanceId: null,
  costSoFar: null,
};

/** The same hour with ReadOnly in the production account. */
export const access: AccessLease = sampleAccess({
  environment: 'production',
  production: true,
  durationSeconds: 3600,
  requestedAt: '2026-11-21T04:30:00Z',
  readyAt: '2026-11-21T04:40:00Z',
  deadline: '2026-11-21T05:42:00Z',
  hardMaximum: '2026-11-21T06:30:00Z',
  approval: { count: 1, from: ['group:sre'], people: ['sre', 'sre2'] },
  approvals: [{ approver: 'sre', at: '2026-11-21T04:35:00Z' }],
});

/** A job that applies in production, until 14:42. */
export const job: CiLease = sampleJob({
  environment: 'production',
  production: true,
  readyAt: '2026-11-21T04:40:00Z',
  deadline: '2026-11-21T05:42:00Z',
});

/** A term of 90 days that began ten days ago, one of three first things done. */
export const membership: MembershipLease = sampleMembership({
  production: true,
  readyAt: '2026-11-11T05:00:00Z',
  deadline: '2027-02-09T05:00:00Z',
  hardMaximum: '2027-05-10T05:00:00Z',
  approval: { count: 1, from: ['role:admin'], people: ['sre'] },
  approvals: [{ approver: 'sre', at: '2026-11-11T04:55:00Z' }],
});
