import { type LeaseRow, openLeases } from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import type { Wish } from './consider.ts';
import { lentOfLease } from './frozen.ts';

/** Live leases of permission sets that a person holds or has asked for. */
export async function openAccessOf(tx: Tx, person: string): Promise<LeaseRow[]> {
  return openLeases(tx, { kind: 'permission-set', of: person });
}

/** The one of them that is for this set in this account; undefined when there is none. */
export function leaseFor(
  leases: readonly LeaseRow[],
  account: string,
  permissionSet: string,
): LeaseRow | undefined {
  return leases.find(
    (lease) =>
      lease.state !== 'revoking' &&
      lease.frozen.account === account &&
      lentOfLease(lease).permissionSet === permissionSet,
  );
}

/** Leases of a permission set that one person may have in one account: now, and one later. */
const mostAtOnce = 2;

/** Errors: `has-already` when the person has it, or asked for it, for now and for later. */
export async function refuseWhenHad(tx: Tx, { person, account, set }: Wish): Promise<void> {
  const mine = await openAccessOf(tx, person.id);
  const same = mine.filter((lease) => leaseFor([lease], account.id, set.name) !== undefined);
  const [first] = same;
  if (first === undefined || same.length < mostAtOnce) return;
  throw new AppError('has-already', { lease: first.id, permissionSet: set.name });
}
