import { isFinal, type LeaseKindName, type LeaseState, type Step } from '@sekisho/contract';
import { type EntryDraft, movesRoster, type Tx } from '../platform/context.ts';
import { tell } from './notify.ts';
import type { LeaseRow } from './row.ts';
import { type LeasePatch, updateLease, wakeTarget } from './store.ts';

/** Which state may follow which. */
const follows: Readonly<Record<LeaseState, readonly LeaseState[]>> = {
  requested: ['approved', 'denied', 'withdrawn', 'lapsed'],
  approved: ['granting', 'withdrawn', 'failed'],
  granting: ['active', 'revoking'],
  // Back: its server is replaced.
  active: ['granting', 'revoking'],
  // Again: what drains is stopped.
  revoking: ['revoking', 'ended', 'failed'],
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

/** Moves one lease alone, as `move` does with its parts. Errors: those of `move`. */
export async function transition(tx: Tx, lease: LeaseRow, order: Move): Promise<LeaseRow> {
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
  if (moved.kind === 'membership') movesRoster(tx);
  return moved;
}

/** The subject columns of an entry about a lease. */
export function about(lease: LeaseRow): Pick<EntryDraft, 'subject' | 'lease' | 'environment'> {
  return { subject: lease.id, lease: lease.id, environment: lease.environment };
}

/**
 * Orders the card of a lease to be drawn again; a part has none, and is shown on that of its parent:
 * once, however many parts a transaction moves.
 */
export function redraw(tx: Tx, { id, part_of: parent, revision }: LeaseRow): void {
  const change = parent === null ? `${id}:${revision}` : `${parent}:parts:${tx.now.toISOString()}`;
  tx.order({ topic: 'card', payload: { lease: id, revision }, dedupe: `card:${change}` });
}

/** What is done while a lease is taken back. */
export const endingStep: Readonly<Record<LeaseKindName, Step>> = {
  'ops-server': 'terminating',
  'permission-set': 'removing',
  'ci-role': 'writing-policies',
  membership: 'leaving',
};
