import type { House, Tx } from '../../platform/context.ts';
import { gather } from '../../platform/gather.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { hasParts } from '../parts/follow.ts';
import type { LeaseRow } from '../row.ts';
import { lockFreeLeases, lockLease } from '../store.ts';
import type { ClaimedWrite, WriteClaimed } from './engine.ts';
import { ClaimLost, holdClaim, holdFreeClaims } from './store.ts';

/** What became of a write in a group; one whose lease or target somebody holds is to be done alone. */
type Outcome = LeaseRow | ClaimLost | 'held';

/** Few enough that a verb on a lease of the group hardly waits for it. */
const mostInGroup = 64;

/**
 * Writes that come while others are being committed go together in the next transaction: the
 * timeline has one head, and each transaction keeps it until its commit is on disk, so that with
 * one lease in each, leases would end no faster than the disk turns. A group waits for nobody:
 * a lease that a verb holds is written alone, when its turn comes.
 */
export function createClaimedWrites(house: House): WriteClaimed {
  const together = gather<ClaimedWrite, Outcome>(
    async (group) =>
      group.length > 1
        ? transactAsSystem(house, (tx) => writeGroup(tx, group))
        : Promise.all(group.map((one) => writeAlone(house, one))),
    mostInGroup,
  );
  return async (one) => {
    const outcome = await together(one);
    if (outcome === 'held') return writeAlone(house, one);
    if (outcome instanceof ClaimLost) throw outcome;
    return outcome;
  };
}

function writeAlone(house: House, { target, lease, write }: ClaimedWrite): Promise<LeaseRow> {
  return transactAsSystem(house, async (tx) => {
    // The lease before its target, as verbs lock them: the other order could deadlock.
    const current = await lockLease(tx, lease);
    await holdClaim(tx, target);
    return write(tx, current);
  });
}

async function writeGroup(tx: Tx, group: readonly ClaimedWrite[]): Promise<Outcome[]> {
  const leases = await lockFreeLeases(
    tx,
    group.map(({ lease }) => lease),
  );
  const locked = group.filter(({ lease }) => leases.has(lease));
  const fences = await holdFreeClaims(
    tx,
    locked.map(({ target }) => target.key),
  );
  const outcomes: Outcome[] = [];
  for (const { target, lease, write } of group) {
    const current = leases.get(lease);
    const fence = fences.get(target.key);
    if (current === undefined || fence === undefined || isOfWhole(current)) outcomes.push('held');
    else if (fence !== target.fence) outcomes.push(new ClaimLost(target.key));
    else outcomes.push(await write(tx, current));
  }
  return outcomes;
}

/** A lease and its parts move together: what was read of one before another moved is no longer so. */
function isOfWhole(lease: LeaseRow): boolean {
  return lease.part_of !== null || hasParts(lease);
}
