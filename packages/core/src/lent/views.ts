import type { AnyLease, LeaseKindName } from '@sekisho/contract';
import { accessLeaseViews } from '../access/index.ts';
import { ciLeaseViews } from '../ci/index.ts';
import type { LeaseRow } from '../leases/index.ts';
import { membershipViews } from '../membership/index.ts';
import { opsLeaseViews } from '../ops/index.ts';
import type { Tx } from '../platform/context.ts';

type Views = (tx: Tx, rows: readonly LeaseRow[]) => Promise<AnyLease[]>;

const viewsOf: Readonly<Record<LeaseKindName, Views>> = {
  'ops-server': opsLeaseViews,
  'permission-set': accessLeaseViews,
  'ci-role': ciLeaseViews,
  membership: membershipViews,
};

/** Leases of any kinds as doors show them, in the order in which they are given. */
export async function anyLeaseViews(tx: Tx, rows: readonly LeaseRow[]): Promise<AnyLease[]> {
  const byId = new Map<string, AnyLease>();
  for (const [kind, some] of Map.groupBy(rows, (row) => row.kind)) {
    for (const view of await viewsOf[kind](tx, some)) byId.set(view.id, view);
  }
  return rows.flatMap(({ id }) => byId.get(id) ?? []);
}
