import type { Lease } from '@sekisho/contract';
import { approversMeant } from '../people/index.ts';
import type { Tx } from '../platform/context.ts';
import { type Approval, approvalsOf } from './approvals/store.ts';
import type { LeaseRow } from './row.ts';

const iso = (date: Date | null) => date?.toISOString() ?? null;

/** A lease as doors show one. */
export function leaseView(tx: Tx, row: LeaseRow, approvals: readonly Approval[]): Lease {
  const people = approversMeant(tx.config, row.approval_from, row.requester, tx.now);
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    environment: row.environment,
    production: row.production,
    requester: row.requester,
    holder: row.holder,
    reason: row.reason,
    ticket: row.ticket,
    durationSeconds: row.duration_seconds,
    requestedAt: row.requested_at.toISOString(),
    startsAt: iso(row.starts_at),
    approvedAt: iso(row.approved_at),
    readyAt: iso(row.ready_at),
    deadline: iso(row.deadline),
    hardMaximum: iso(row.hard_maximum),
    endedAt: iso(row.ended_at),
    ending: row.ending,
    approval: {
      count: row.approval_count,
      from: row.approval_from,
      people,
      ...(row.step_up === null ? {} : { stepUp: row.step_up }),
    },
    approvals: approvals.map(({ approver, at }) => ({ approver, at: at.toISOString() })),
    breakGlass: row.break_glass,
    reviewDue: row.review_due,
    ...(row.part_of === null ? {} : { partOf: row.part_of }),
    step: row.step,
    missing: row.missing,
    detail: row.detail,
    stuck: row.stuck,
    holdUntil: iso(row.hold_until),
    revision: row.revision,
  };
}

/** Several leases as doors show them, in two queries. */
export async function leaseViews(tx: Tx, rows: readonly LeaseRow[]): Promise<Lease[]> {
  const approvals = await approvalsOf(tx, rows);
  return rows.map((row) => leaseView(tx, row, approvals.get(row.id) ?? []));
}

export async function oneLeaseView(tx: Tx, row: LeaseRow): Promise<Lease> {
  const [view] = await leaseViews(tx, [row]);
  if (view === undefined) throw new Error('one lease gives one view');
  return view;
}
