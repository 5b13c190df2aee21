import type { JournalKind, JournalSectionName, LeaseKindName, VerbName } from '@sekisho/contract';

/** Which deeds a journal tells, and as what. What a person leased is told by the leases themselves. */
const kinds: Partial<Record<VerbName, JournalKind>> = {
  'lease.approve': 'approved',
  'lease.deny': 'denied',
  'lease.review': 'reviewed',
  'lease.stop-all': 'stopped',
  'lease.resume': 'stopped',
  'slo.review-start': 'slo-reviewed',
  'slo.review-decide': 'slo-reviewed',
  'slo.review-action': 'slo-reviewed',
  'slo.review-done': 'slo-reviewed',
  'slo.propose': 'proposed',
  'slo.correct': 'corrected',
  'slo.uncorrect': 'corrected',
  'slo.override': 'overridden',
  'timeline.note': 'noted',
  'slo.acknowledge': 'acknowledged',
  'slo.link': 'linked',
  'slo.accept': 'agreed',
  'slo.decline': 'declined',
};

export const journalActions: readonly string[] = Object.keys(kinds);

/** What an entry counts as; undefined where a journal does not tell of it. */
export function kindOfAction(action: string): JournalKind | undefined {
  return Object.hasOwn(kinds, action) ? kinds[action as VerbName] : undefined;
}

const leaseKinds: Partial<Record<LeaseKindName, JournalKind>> = {
  'ops-server': 'server',
  'permission-set': 'access',
  'ci-role': 'job',
};

export function kindOfLease(kind: LeaseKindName): JournalKind {
  return leaseKinds[kind] ?? 'other-lease';
}

/** What each part of a journal counts, in the order in which it does. */
export const kindsOfSection: Readonly<Record<JournalSectionName, readonly JournalKind[]>> = {
  leased: ['server', 'access', 'job', 'other-lease'],
  decided: ['approved', 'denied', 'reviewed', 'slo-reviewed', 'stopped'],
  declared: ['proposed', 'corrected', 'overridden', 'noted'],
  answered: ['acknowledged', 'linked', 'agreed', 'declined'],
};
