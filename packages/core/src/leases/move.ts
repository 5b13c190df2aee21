import {
  type Ending,
  isFinal,
  type LeaseKindName,
  type LeaseState,
  type Step,
} from '@sekisho/contract';
import type { EntryDraft, Tx } from '../platform/context.ts';
import { tell } from './notify.ts';
import type { LeaseRow } from './row.ts';
import { type LeasePatch, updateLease, wakeTarget } from './store.ts';

/** Which state may follow which. */
const follows: Readonly<Record<LeaseState, readonly LeaseState[]>> = {
  requested: ['approved', 'denied', 'withdrawn', 'lapsed'],
  approved: ['granting', 'withdrawn', 'failed'],
  granting: ['active', 'revoking'],
  active: ['revoking'],
  revoking: ['ended', 'failed'],
  ended: [],
  denied: [],
  withdrawn: [],
  lapsed: [],
  failed: [],
};

export interface Move {
  readonly to: LeaseState;
  readonly patch?: LeasePatch;
  readonly entry: Pick<EntryDraft, 'action' | 'data' | 'texts'>;
  /** The mover holds the target's claim, so that it need not be woken: it decides itself when to look again. */
  readonly claimed?: boolean;
}

/**
 * Moves a lease to its next state: one update, one entry, one order to redraw its card, in the
 * caller's transaction, and wakes its target. Errors: `changed-meanwhile`; a move that the
 * state machine does not know is a bug.
 */
export async function move(tx: Tx, lease: LeaseRow, order: Move): Promise<LeaseRow> {
  const { to, patch, entry, claimed = false } = order;
  if (!follows[lease.state].includes(to)) {
    throw new Error(`a lease cannot move from ${lease.state} to ${to}`);
  }
  const ended = isFinal(to) ? { ended_at: tx.now } : {};
  const moved = await updateLease(tx, lease, { state: to, state_at: tx.now, ...ended, ...patch });
  tx.record({ ...about(moved), ...entry });
  redraw(tx, moved);
  // However it ended: until it is reviewed, the next glass stays whole.
  if (isFinal(to) && moved.review_due) tell(tx, 'review-owed', [moved.requester], moved, {});
  if (!claimed) await wakeTarget(tx, moved.target_key, tx.now);
  return moved;
}

/** Whether the lease never became what it was to be, so that it ends as failed. */
export function hasFailed(lease: LeaseRow): boolean {
  return lease.ready_at === null && lease.ending === 'launch-failed';
}

/** The subject columns of an entry about a lease. */
export function about(lease: LeaseRow): Pick<EntryDraft, 'subject' | 'lease' | 'environment'> {
  return { subject: lease.id, lease: lease.id, environment: lease.environment };
}

/** Orders the card of a lease to be drawn again. */
export function redraw(tx: Tx, lease: LeaseRow): void {
  const dedupe = `card:${lease.id}:${lease.revision}`;
  tx.order({ topic: 'card', payload: { lease: lease.id, revision: lease.revision }, dedupe });
}

/** What is done while a lease is taken back. */
const endingStep: Readonly<Record<LeaseKindName, Step>> = {
  'ops-server': 'terminating',
  'permission-set': 'removing',
  'ci-role': 'writing-policies',
};

/** How a revocation is told. */
interface Beginning extends Pick<EntryDraft, 'data' | 'texts'>, Pick<Move, 'claimed'> {
  readonly action?: string;
}

/** Begins to take a lease back: the engine does the rest, for as long as it takes. */
export async function beginRevoking(
  tx: Tx,
  lease: LeaseRow,
  ending: Ending,
  { claimed = false, ...entry }: Beginning = {},
): Promise<LeaseRow> {
  return move(tx, lease, {
    to: 'revoking',
    patch: { ending, step: endingStep[lease.kind], stuck: false },
    entry: { action: 'lease.revoking', ...entry, data: { ending, ...entry.data } },
    claimed,
  });
}
