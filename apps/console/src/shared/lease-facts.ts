import type { Lease, LeaseState, OpsLease } from '@sekisho/contract';
import { type Me, reaches } from './me.ts';

const final: ReadonlySet<LeaseState> = new Set([
  'ended',
  'denied',
  'withdrawn',
  'lapsed',
  'failed',
]);

export function isOver(lease: Pick<Lease, 'state'>): boolean {
  return final.has(lease.state);
}

export type LeaseAction =
  | 'approve'
  | 'deny'
  | 'withdraw'
  | 'connect'
  | 'extend'
  | 'hold'
  | 'handover'
  | 'return'
  | 'review';

/** What the reader can do now, most likely first. The server judges again; this only keeps useless buttons away. */
export function actionsFor(lease: OpsLease, me: Me): LeaseAction[] {
  const id = me.person?.id;
  const mine = lease.holder === id || lease.requester === id;
  const over = reaches(me, 'sre');
  if (id === undefined || !reaches(me, 'member')) return [];
  const actions: LeaseAction[] = [];
  if (lease.reviewDue && (mine || over)) actions.push('review');
  if (lease.state === 'requested' && lease.approval.people.includes(id)) {
    const already = lease.approvals.some(({ approver }) => approver === id);
    if (!already) actions.push('approve', 'deny');
  }
  if ((lease.state === 'requested' || lease.state === 'approved') && mine) actions.push('withdraw');
  if (lease.state === 'active' && lease.holder === id) actions.push('connect');
  if (lease.state === 'active' && (mine || over)) actions.push('extend', 'hold', 'handover');
  if ((lease.state === 'active' || lease.state === 'granting') && (mine || over)) {
    actions.push('return');
  }
  return actions;
}

/** Share of the time lent that is left, 0 to 1; null while it does not run. */
export function shareLeft(lease: OpsLease, now: number): number | null {
  if (lease.readyAt === null || lease.deadline === null || isOver(lease)) return null;
  const from = Date.parse(lease.readyAt);
  const to = Date.parse(lease.deadline);
  return to <= from ? 0 : Math.min(1, Math.max(0, (to - now) / (to - from)));
}
