import type { Lease, OpsLease } from '@sekisho/contract';
import { costOf, type LeaseRow, leaseViews } from '../leases/index.ts';
import type { Tx } from '../platform/context.ts';
import { templateOf } from './frozen.ts';

/** Ops leases as doors show them. */
export async function opsLeaseViews(tx: Tx, rows: readonly LeaseRow[]): Promise<OpsLease[]> {
  const views = await leaseViews(tx, rows);
  return rows.map((row, index) => withServer(views[index] as Lease, row, tx.now));
}

export async function opsLeaseView(tx: Tx, row: LeaseRow): Promise<OpsLease> {
  const [view] = await opsLeaseViews(tx, [row]);
  return view as OpsLease;
}

function withServer(view: Lease, row: LeaseRow, now: Date): OpsLease {
  const { instanceType, imageId, imageCreatedAt } = templateOf(row);
  const { account, region, costPerHour } = row.frozen;
  return {
    ...view,
    instanceId: row.resource,
    ...{ instanceType, imageId, imageCreatedAt, account, region, costPerHour },
    costSoFar: costOf(row, now),
  };
}
