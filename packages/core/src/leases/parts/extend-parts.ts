import type { LeaseKindName } from '@sekisho/contract';
import { soonest } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import type { LeaseRow } from '../row.ts';
import { updateLease, wakeTarget } from '../store.ts';
import { about } from '../transition.ts';
import { hasParts } from './follow.ts';
import { lockParts } from './store.ts';

/** The entry of a part is that of what its kind is extended by. */
const actions: Readonly<Record<LeaseKindName, string>> = {
  'ops-server': 'ops.extend',
  'permission-set': 'access.extend',
  'ci-role': 'ci.extend',
  membership: 'membership.extend',
};

/** Moves the deadlines of a lease's parts to its own, as far as what guards them lets. */
export async function extendParts(tx: Tx, parent: LeaseRow): Promise<void> {
  if (!hasParts(parent) || parent.deadline === null) return;
  for (const part of await lockParts(tx, parent.id)) {
    if (part.state !== 'active') continue;
    const deadline = soonest(parent.deadline, part.hard_maximum);
    await updateLease(tx, part, { deadline });
    tx.record({ ...about(part), action: actions[part.kind], data: { with: parent.id, deadline } });
    await wakeTarget(tx, part.target_key, tx.now);
  }
}
