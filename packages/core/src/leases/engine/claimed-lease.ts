import type { Tx } from '../../platform/context.ts';
import type { LeaseRow, TargetRow } from '../row.ts';
import { lockLease } from '../store.ts';
import { type Engine, engineTransaction } from './engine.ts';
import { holdClaim } from './store.ts';

/** One transaction on a lease, as it is now, of a target that is claimed. Errors: `ClaimLost`; those of `write`. */
export function withClaimedLease(
  engine: Engine,
  target: TargetRow,
  id: string,
  write: (tx: Tx, current: LeaseRow) => LeaseRow | Promise<LeaseRow>,
): Promise<LeaseRow> {
  return engineTransaction(engine, async (tx) => {
    // The lease before its target, as verbs lock them: the other order could deadlock.
    const current = await lockLease(tx, id);
    await holdClaim(tx, target);
    return write(tx, current);
  });
}
