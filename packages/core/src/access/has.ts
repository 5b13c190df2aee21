import type { LeaseState } from '@sekisho/contract';
import { type LeaseRow, openLeases, startsLater } from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import type { Wish } from './consider.ts';
import { lentOfLease } from './frozen.ts';

/** Live leases of permission sets that a person holds or has asked for. */
export async function openAccessOf(tx: Tx, person: string): Promise<LeaseRow[]> {
  return openLeases(tx, { kind: 'permission-set', of: person });
}

/** A permission set in an account. */
type Asked = Pick<Wish, 'account' | 'set'>;

/** Those of them that are for this set in this account; one that is being taken back is not. */
function leasesFor(leases: readonly LeaseRow[], { account, set }: Asked): readonly LeaseRow[] {
  return leases.filter(
    (lease) =>
      lease.state !== 'revoking' &&
      lease.frozen.account === account.id &&
      lentOfLease(lease).permissionSet === set.name,
  );
}

/** What is had comes before what is soonest had. */
const soonestHad: readonly LeaseState[] = ['active', 'granting', 'approved', 'requested'];

/**
 * The one of them by which this set in this account is had now, or asked for to be had now; undefined
 * when there is none, or only one that starts later.
 */
export function leaseFor(
  leases: readonly LeaseRow[],
  asked: Asked,
  now: Date,
): LeaseRow | undefined {
  const meant = leasesFor(leases, asked).filter((one) => !startsLater(one, now));
  return soonestHad.flatMap((state) => meant.filter((one) => one.state === state))[0];
}

/** Leases of a permission set that one person may have in one account: now, and one later. */
const mostAtOnce = 2;

/**
 * @param mine what the person holds or has asked for
 * Errors: `has-already` when they have it, or asked for it, for now and for later.
 */
export function refuseThird(mine: readonly LeaseRow[], asked: Asked): void {
  const same = leasesFor(mine, asked);
  const [first] = same;
  if (first === undefined || same.length < mostAtOnce) return;
  throw new AppError('has-already', { lease: first.id, permissionSet: asked.set.name });
}
