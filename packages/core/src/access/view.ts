import { portalLink } from '@sekisho/accounts';
import type { AccessLease, Lease } from '@sekisho/contract';
import { type LeaseRow, leaseViews } from '../leases/index.ts';
import type { Tx } from '../platform/context.ts';
import { lentOfLease } from './frozen.ts';
import { sessionsOfLeases } from './sessions/index.ts';

/** Leases of permission sets as doors show them. */
export async function accessLeaseViews(tx: Tx, rows: readonly LeaseRow[]): Promise<AccessLease[]> {
  const views = await leaseViews(tx, rows);
  const sessionsOf = await sessionsOfLeases(tx);
  return rows.map((row, index) => ({
    ...withAccess(views[index] as Lease, row),
    liveSessions: sessionsOf(row),
  }));
}

export async function accessLeaseView(tx: Tx, row: LeaseRow): Promise<AccessLease> {
  const [view] = await accessLeaseViews(tx, [row]);
  return view as AccessLease;
}

function withAccess(view: Lease, row: LeaseRow): Omit<AccessLease, 'liveSessions'> {
  const { accountName, permissionSet, sessionSeconds, userName, group, startUrl } =
    lentOfLease(row);
  const { account } = row.frozen;
  return {
    ...view,
    kind: 'permission-set',
    ...{ account, accountName, permissionSet, sessionSeconds, userName },
    group: group?.name ?? null,
    portalUrl: portalLink({ startUrl }, { accountId: account, permissionSet }),
  };
}
