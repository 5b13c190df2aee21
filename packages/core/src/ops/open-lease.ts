import { createHash } from 'node:crypto';
import { canonicalJson } from '@sekisho/config';
import {
  type Frozen,
  insertLease,
  type LeaseRow,
  needLease,
  page,
  redraw,
  tell,
} from '../leases/index.ts';
import { addSeconds } from '../platform/clock.ts';
import type { Tx } from '../platform/context.ts';
import type { Judgement } from '../policy/index.ts';
import type { StartInput, Wish } from './consider.ts';

/** What is known once a wish was judged. */
interface Opening {
  readonly input: StartInput;
  readonly wish: Wish;
  readonly frozen: Frozen;
  readonly judged: Judgement;
  readonly startsAt: Date;
}

/** Commits the lease with what is frozen; the engine takes it from here. */
export async function openLease(tx: Tx, opening: Opening): Promise<LeaseRow> {
  const { wish, judged } = opening;
  const id = tx.ids.id('ops');
  const waits = judged.approval.count > 0 && !wish.breakGlass;
  const row = rowOf(tx, id, opening, waits);
  const lapse = addSeconds(tx.now, tx.config.leases.lapseAfterSeconds);
  await insertLease(tx, row, {
    key: row.target_key,
    kind: 'ops-server',
    environment: wish.environment.name,
    serial_key: row.target_key,
    next_check_at: waits ? lapse : opening.startsAt,
  });
  recordStart(tx, id, opening, row.frozen_hash);
  const lease = await needLease(tx, id);
  redraw(tx, lease);
  if (waits) askApprovers(tx, lease, judged);
  if (wish.breakGlass) pageEveryone(tx, lease);
  return lease;
}

function askApprovers(tx: Tx, lease: LeaseRow, judged: Judgement): void {
  const { costPerHour } = lease.frozen;
  const { requester, reason, duration_seconds: durationSeconds } = lease;
  const costTotal = costPerHour === null ? null : (costPerHour * durationSeconds) / 3600;
  const facts = { requester, reason, durationSeconds, costTotal };
  tell(tx, 'approval-asked', judged.approval.people, lease, facts);
}

function pageEveryone(tx: Tx, { id, environment, requester, reason }: LeaseRow): void {
  page(tx, 'break-glass', { id, environment, requester, reason }, `break-glass:${id}`, id);
}

function rowOf(
  tx: Tx,
  id: string,
  { input, wish, frozen, judged, startsAt }: Opening,
  waits: boolean,
) {
  const { person, environment, seconds, breakGlass } = wish;
  const text = canonicalJson({
    frozen,
    seconds,
    environment: environment.name,
    requester: person.id,
  });
  return {
    id,
    kind: 'ops-server' as const,
    state: waits ? ('requested' as const) : ('approved' as const),
    state_at: tx.now,
    environment: environment.name,
    production: environment.production,
    requester: person.id,
    holder: person.id,
    reason: input.reason ?? '',
    ticket: input.ticket ?? null,
    duration_seconds: seconds,
    maximum_seconds: judged.maximumSeconds,
    requested_at: tx.now,
    starts_at: startsAt > tx.now ? startsAt : null,
    approved_at: waits ? null : tx.now,
    granted_at: null,
    ready_at: null,
    deadline: null,
    hard_maximum: null,
    ended_at: null,
    ending: null,
    approval_count: waits ? judged.approval.count : 0,
    approval_from: waits ? judged.approval.from : [],
    break_glass: breakGlass,
    review_due: breakGlass,
    frozen: canonicalJson(frozen),
    frozen_hash: createHash('sha256').update(text).digest('hex'),
    target_key: `ops-server/${id}`,
    step: waits ? ('waiting-approval' as const) : ('waiting-start' as const),
    missing: null,
    detail: null,
    stuck: false,
    hold_until: null,
    notified_for: '{}',
    resource: null,
    revision: 1,
  };
}

function recordStart(
  tx: Tx,
  id: string,
  { input, wish, judged }: Opening,
  frozenHash: string,
): void {
  const { seconds, breakGlass, environment, instanceType } = wish;
  const { rule, approval } = judged;
  tx.record({
    action: 'ops.start',
    subject: id,
    lease: id,
    environment: environment.name,
    data: {
      durationSeconds: seconds,
      instanceType,
      breakGlass,
      rule,
      approvals: approval.count,
      frozen: frozenHash,
    },
    texts: { reason: input.reason ?? '', ...(input.ticket ? { ticket: input.ticket } : {}) },
  });
}
