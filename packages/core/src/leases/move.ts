import type { Ending } from '@sekisho/contract';
import type { EntryDraft, Tx } from '../platform/context.ts';
import { followParent } from './parts/follow.ts';
import type { LeaseRow } from './row.ts';
import { endingStep, type Move, transition } from './transition.ts';

export { about, redraw } from './transition.ts';

/**
 * Moves a lease to its next state: one update, one entry, one order to redraw its card, in the
 * caller's transaction, and wakes its target. Its parts follow it, each in the same way.
 * Errors: `changed-meanwhile`; a move that the state machine does not know is a bug.
 */
export async function move(tx: Tx, lease: LeaseRow, order: Move): Promise<LeaseRow> {
  const moved = await transition(tx, lease, order);
  await followParent(tx, moved);
  return moved;
}

/** Whether the lease never became what it was to be, so that it ends as failed. */
export function hasFailed(lease: LeaseRow): boolean {
  return lease.ready_at === null && couldNotBeMade(lease);
}

/** Whether what it was to have, at first or as a replacement, never came: what was missing then is why it ends. */
export function couldNotBeMade({ ending }: LeaseRow): boolean {
  return ending === 'launch-failed';
}

/** How a revocation is told. */
interface Beginning extends Pick<EntryDraft, 'data' | 'texts'>, Pick<Move, 'claimed'> {
  readonly action?: string;
  /** Until when what it gave is let run on; without it, it is cut. */
  readonly drainsUntil?: Date | null;
}

/** Begins to take a lease back, or to cut one that drains: the engine does the rest, for as long as it takes. */
export async function beginRevoking(
  tx: Tx,
  lease: LeaseRow,
  ending: Ending,
  { claimed = false, drainsUntil = null, ...entry }: Beginning = {},
): Promise<LeaseRow> {
  return move(tx, lease, {
    to: 'revoking',
    patch: { ending, step: endingStep[lease.kind], stuck: false, drains_until: drainsUntil },
    entry: { action: 'lease.revoking', ...entry, data: { ending, ...entry.data } },
    claimed,
  });
}
