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
  const holds = lease.holder === id;
  const mine = holds || lease.requester === id;
  const over = reaches(me, 'sre');
  if (id === undefined || !reaches(me, 'member')) return [];
  const actions: LeaseAction[] = [];
  if (lease.reviewDue && (mine || over)) actions.push('review');
  if (lease.state === 'requested' && lease.approval.people.includes(id)) {
    const already = lease.approvals.some(({ approver }) => approver === id);
    if (!already) actions.push('approve', 'deny');
  }
  if ((lease.state === 'requested' || lease.state === 'approved') && mine) actions.push('withdraw');
  if (lease.state === 'active' && (holds || over)) {
    if (holds) actions.push('connect');
    if (canExtend(lease)) actions.push('extend');
    actions.push('handover');
    if (holds) actions.push('hold');
    actions.push('return');
  }
  if (lease.state === 'granting' && (mine || over)) actions.push('return');
  return actions;
}

/** Shares of the way from ready to the hard maximum. */
export interface Drain {
  readonly spent: number;
  readonly left: number;
}

/** How far a running lease has come: spent, left until its deadline, and the rest that extending could add; null while it does not run. */
export function drainOf(lease: OpsLease, now: number): Drain | null {
  if (lease.readyAt === null || lease.deadline === null || isOver(lease)) return null;
  const from = Date.parse(lease.readyAt);
  const deadline = Date.parse(lease.deadline);
  const end = Math.max(deadline, Date.parse(lease.hardMaximum ?? lease.deadline));
  if (end <= from) return { spent: 1, left: 0 };
  const share = (at: number) => Math.min(1, Math.max(0, (at - from) / (end - from)));
  return { spent: share(now), left: Math.max(0, share(deadline) - share(now)) };
}

/** Whether the deadline can still move before the hard maximum. */
function canExtend({ deadline, hardMaximum }: OpsLease): boolean {
  if (deadline === null || hardMaximum === null) return true;
  return Date.parse(hardMaximum) - Date.parse(deadline) >= 60_000;
}
