import type { House, Tx } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { LeaseKinds } from '../kind.ts';
import type { LeaseRow, TargetRow } from '../row.ts';
import type { Probe } from './steps.ts';

/** Writes of a lease, as it is now, of a target that is claimed. */
export interface ClaimedWrite {
  readonly target: TargetRow;
  readonly lease: string;
  readonly write: (tx: Tx, current: LeaseRow) => LeaseRow | Promise<LeaseRow>;
}

/** Does one such write. Errors: `ClaimLost`; those of the write. */
export type WriteClaimed = (one: ClaimedWrite) => Promise<LeaseRow>;

/** What the reconciler needs. */
export interface Engine {
  readonly house: House;
  readonly kinds: LeaseKinds;
  /** Seconds that a claim lives; longer than any cloud call's timeout. */
  readonly claimSeconds: number;
  /** Seconds between looks at a target that is as it should be. */
  readonly pollSeconds: number;
  readonly writeClaimed: WriteClaimed;
  /** Tests end the process here. */
  readonly probe: Probe;
  /** Told, when a revocation began, how many seconds after the deadline that was. */
  readonly onExpired: (lateSeconds: number) => void;
  /** Told of failures that are retried. */
  readonly onFailure: (target: string, error: unknown) => void;
}

/** One transaction of the engine's own. */
export function engineTransaction<T>(
  { house }: Pick<Engine, 'house'>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return transactAsSystem(house, work);
}
