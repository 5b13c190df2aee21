import { canonicalJson, type StepUp } from '@sekisho/config';
import type { LeaseKindName } from '@sekisho/contract';
import { addSeconds } from '../platform/clock.ts';
import type { Tx } from '../platform/context.ts';
import { frozenHash } from './frozen-hash.ts';
import { redraw } from './move.ts';
import { lentOf, page, tell } from './notify.ts';
import type { Frozen, LeaseRow } from './row.ts';
import { insertLease, type NewLease, needLease } from './store.ts';

/** What is known of a lease once the wish for it was judged. */
export interface Opening {
  readonly id: string;
  readonly kind: LeaseKindName;
  /** Name of the environment, or of an account that has none. */
  readonly environment: string;
  readonly production: boolean;
  /** Who asked, and will hold it. */
  readonly requester: string;
  readonly reason: string;
  readonly ticket: string | null;
  readonly seconds: number;
  readonly maximumSeconds: number;
  readonly startsAt: Date;
  readonly breakGlass: boolean;
  readonly approval: {
    readonly count: number;
    readonly from: readonly string[];
    /** Ids of the people who could agree now. */
    readonly people: readonly string[];
    /** What they must have shown within minutes; nothing without it. */
    readonly stepUp?: 'passkey' | 'login' | undefined;
  };
  readonly frozen: Frozen;
  readonly target: { readonly key: string; readonly serialKey: string };
  /** The lease that it lives and ends with, which is approved for both; absent for one by itself. */
  readonly partOf?: LeaseRow;
  /** What whoever broke the glass has shown; absent where nobody had to. */
  readonly shown?: StepUp | null;
  /** The entry of the verb that opens it. */
  readonly entry: { readonly action: string; readonly data: Readonly<Record<string, unknown>> };
}

/** Commits a lease with what is frozen, asks those who must agree; the engine takes it from here. */
export async function openLease(tx: Tx, opening: Opening): Promise<LeaseRow> {
  const { id, approval, breakGlass, startsAt, target, partOf } = opening;
  const waits = partOf ? partOf.state === 'requested' : approval.count > 0 && !breakGlass;
  const row = rowOf(tx, opening, waits);
  const lapse = addSeconds(tx.now, tx.config.leases.lapseAfterSeconds);
  await insertLease(tx, row, {
    key: target.key,
    kind: opening.kind,
    environment: opening.environment,
    serial_key: target.serialKey,
    // A part is woken by its parent.
    next_check_at: partOf ? null : waits ? lapse : startsAt,
  });
  record(tx, opening, row.frozen_hash);
  const lease = await needLease(tx, id);
  redraw(tx, lease);
  if (waits && !partOf) askApprovers(tx, lease, approval.people);
  if (breakGlass) pageEveryone(tx, lease);
  return lease;
}

function askApprovers(tx: Tx, lease: LeaseRow, people: readonly string[]): void {
  const { costPerHour } = lease.frozen;
  const { requester, reason, duration_seconds: durationSeconds } = lease;
  const costTotal = costPerHour === null ? null : (costPerHour * durationSeconds) / 3600;
  tell(tx, 'approval-asked', people, lease, { requester, reason, durationSeconds, costTotal });
}

function pageEveryone(tx: Tx, lease: LeaseRow): void {
  const { id, requester, reason } = lease;
  page(tx, 'break-glass', { id, ...lentOf(lease), requester, reason }, `break-glass:${id}`, id);
}

function rowOf(tx: Tx, opening: Opening, waits: boolean) {
  const { seconds, approval, startsAt, requester, breakGlass, frozen } = opening;
  return {
    ...{ id: opening.id, kind: opening.kind },
    ...{ environment: opening.environment, production: opening.production },
    ...{ requester, holder: requester, reason: opening.reason, ticket: opening.ticket },
    state: waits ? ('requested' as const) : ('approved' as const),
    state_at: tx.now,
    duration_seconds: seconds,
    maximum_seconds: opening.maximumSeconds,
    requested_at: tx.now,
    starts_at: startsAt > tx.now && !opening.partOf ? startsAt : null,
    approved_at: waits ? null : tx.now,
    ...{ granted_at: null, ready_at: null, deadline: null, hard_maximum: null },
    ...{ ended_at: null, ending: null },
    approval_count: waits ? approval.count : 0,
    approval_from: waits ? [...approval.from] : [],
    step_up: waits ? (approval.stepUp ?? null) : (opening.shown ?? null),
    break_glass: breakGlass,
    review_due: breakGlass,
    frozen: canonicalJson(frozen),
    frozen_hash: frozenHash(opening),
    target_key: opening.target.key,
    part_of: opening.partOf?.id ?? null,
    step: waits ? ('waiting-approval' as const) : ('waiting-start' as const),
    ...{ missing: null, detail: null, stuck: false, hold_until: null },
    notified_for: '{}',
    resource: null,
    revision: 1,
  } satisfies NewLease;
}

function record(tx: Tx, opening: Opening, frozen: string): void {
  const { id, entry, seconds, breakGlass, approval, reason, ticket, environment } = opening;
  const whole = opening.partOf ? { with: opening.partOf.id } : {};
  tx.record({
    action: entry.action,
    ...{ subject: id, lease: id, environment },
    data: {
      durationSeconds: seconds,
      breakGlass,
      approvals: approval.count,
      frozen,
      ...whole,
      ...entry.data,
    },
    texts: { reason, ...(ticket === null ? {} : { ticket }) },
  });
}
