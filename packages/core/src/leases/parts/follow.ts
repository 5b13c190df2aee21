import type { Ending, LeaseState } from '@sekisho/contract';
import { soonest } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import type { LeaseRow } from '../row.ts';
import { updateLease, wakeTarget } from '../store.ts';
import { endingStep, transition } from '../transition.ts';
import { lockParts } from './store.ts';

/**
 * Lets the parts of a lease that has just moved do as it did, in the same transaction, each with its
 * own entry. A part is not granted before its parent, and never stays when its parent goes.
 */
export async function followParent(tx: Tx, parent: LeaseRow): Promise<void> {
  if (!hasParts(parent)) return;
  for (const part of await lockParts(tx, parent.id)) await followOne(tx, parent, part);
}

/** Only such a lease was ever opened with parts. */
export function hasParts({ kind }: Pick<LeaseRow, 'kind'>): boolean {
  return kind === 'membership';
}

async function followOne(tx: Tx, parent: LeaseRow, part: LeaseRow): Promise<void> {
  switch (parent.state) {
    case 'approved':
      return approvePart(tx, parent, part);
    case 'granting':
      return startPart(tx, part);
    case 'active':
      return alignPart(tx, parent, part);
    case 'revoking':
    case 'ended':
    case 'failed':
    case 'denied':
    case 'withdrawn':
    case 'lapsed':
      return endPart(tx, parent, part);
    case 'requested':
      return;
  }
}

async function approvePart(tx: Tx, parent: LeaseRow, part: LeaseRow): Promise<void> {
  if (part.state !== 'requested') return;
  await transition(tx, part, {
    to: 'approved',
    patch: { approved_at: tx.now, step: 'waiting-start' },
    entry: { action: 'lease.approve', data: { with: parent.id, frozen: part.frozen_hash } },
  });
}

/** Until it has a start, the engine lets it wait. */
async function startPart(tx: Tx, part: LeaseRow): Promise<void> {
  if (part.state !== 'approved') return;
  await updateLease(tx, part, { starts_at: tx.now });
  await wakeTarget(tx, part.target_key, tx.now);
}

/**
 * The parent's term runs from when it is ready, and its hard maximum is shortened then: what guards a
 * part goes off no later, and a part that was ready before ends with it, as far as its guard lets.
 */
async function alignPart(tx: Tx, parent: LeaseRow, part: LeaseRow): Promise<void> {
  if (!granted.includes(part.state) || part.hard_maximum === null) return;
  const hardMaximum = soonest(part.hard_maximum, parent.hard_maximum);
  const deadline =
    part.state === 'active' && parent.deadline !== null
      ? soonest(parent.deadline, hardMaximum)
      : part.deadline;
  if (+hardMaximum === +part.hard_maximum && Number(deadline) === Number(part.deadline)) return;
  await updateLease(tx, part, { hard_maximum: hardMaximum, deadline });
  await wakeTarget(tx, part.target_key, tx.now);
}

const notGranted: readonly LeaseState[] = ['requested', 'approved'];
const granted: readonly LeaseState[] = ['granting', 'active'];

async function endPart(tx: Tx, parent: LeaseRow, part: LeaseRow): Promise<void> {
  const ending: Ending = parent.ending ?? 'resource-gone';
  if (notGranted.includes(part.state)) {
    const entry = { action: 'lease.withdraw', data: { by: parent.id } };
    await transition(tx, part, { to: 'withdrawn', patch: { step: 'done' }, entry });
  } else if (granted.includes(part.state)) {
    await transition(tx, part, {
      to: 'revoking',
      patch: { ending, step: endingStep[part.kind], stuck: false },
      entry: { action: 'lease.revoking', data: { ending, with: parent.id } },
    });
  }
}
