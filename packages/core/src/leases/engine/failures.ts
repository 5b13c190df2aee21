import type { MissingPiece } from '@sekisho/contract';
import { addSeconds } from '../../platform/clock.ts';
import { CloudError, type CloudFailure } from '../../platform/cloud-error.ts';
import { beginRevoking, couldNotBeMade, redraw } from '../move.ts';
import type { LeaseRow, TargetRow } from '../row.ts';
import { updateLease } from '../store.ts';
import type { Engine } from './engine.ts';

/** Permissions and templates that have just been made are seen late; after this they are simply wrong. */
const hopelessAfterSeconds = 120;

const pieces: Readonly<Record<CloudFailure, MissingPiece>> = {
  throttled: 'throttled',
  capacity: 'no-capacity',
  denied: 'denied',
  'token-mismatch': 'invalid-request',
  'not-found': 'template-gone',
  conflict: 'another-change',
  limit: 'invalid-request',
  invalid: 'invalid-request',
  'unknown-outcome': 'cloud-unreachable',
};

/** The same of a container engine, whose words send nobody to AWS. */
const enginePieces: Readonly<Record<CloudFailure, MissingPiece>> = {
  throttled: 'engine-busy',
  capacity: 'engine-busy',
  denied: 'engine-denied',
  'token-mismatch': 'engine-refused',
  'not-found': 'image-gone',
  conflict: 'engine-busy',
  limit: 'engine-refused',
  invalid: 'engine-refused',
  'unknown-outcome': 'engine-unreachable',
};

/** Shows on the card why a target does not move, and gives a hopeless launch up. */
export async function noteFailure(
  engine: Engine,
  target: TargetRow,
  leases: readonly LeaseRow[],
  error: CloudError,
): Promise<LeaseRow[]> {
  const noted: LeaseRow[] = [];
  for (const lease of leases) {
    const moving = lease.state === 'granting' || lease.state === 'revoking';
    noted.push(moving ? await noteOne(engine, target, lease, error) : lease);
  }
  return noted;
}

async function noteOne(
  engine: Engine,
  target: TargetRow,
  lease: LeaseRow,
  error: CloudError,
): Promise<LeaseRow> {
  const missing = (couldNotBeMade(lease) ? lease.missing : null) ?? pieceOf(engine, lease, error);
  const now = engine.house.clock.now();
  const hopeless = lease.state === 'granting' && isGivenUp(target, error, now);
  const givenUp = hopeless || isOverdue(engine, lease, now);
  if (lease.missing === missing && !givenUp) return lease;
  return engine.writeClaimed({
    target,
    lease: lease.id,
    async write(tx, current) {
      if (current.revision !== lease.revision) return current;
      const shown = await updateLease(tx, current, { missing, detail: error.detail.slice(0, 500) });
      redraw(tx, shown);
      if (!givenUp) return shown;
      const data = { missing, code: error.vendorCode };
      return beginRevoking(tx, shown, 'launch-failed', { data, claimed: true });
    },
  });
}

function pieceOf({ kinds }: Engine, { kind }: LeaseRow, { failure, of }: CloudError): MissingPiece {
  if (of === 'engine') return enginePieces[failure];
  return kinds[kind].missing?.[failure] ?? pieces[failure];
}

/** Whether a launch takes longer than the kind gives it. */
export function isOverdue(engine: Engine, lease: LeaseRow, now: Date): boolean {
  const { giveUpSeconds } = engine.kinds[lease.kind];
  return lease.state === 'granting' && now >= addSeconds(lease.state_at, giveUpSeconds);
}

/** Whether waiting does not help, as far as the error can tell. */
export function isHopeless(error: unknown): boolean {
  if (!(error instanceof CloudError)) return false;
  return !['throttled', 'capacity', 'conflict', 'unknown-outcome'].includes(error.failure);
}

function isGivenUp({ hopeless_since: since }: TargetRow, error: CloudError, now: Date): boolean {
  return isHopeless(error) && since !== null && now >= addSeconds(since, hopelessAfterSeconds);
}
