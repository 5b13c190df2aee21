import type { Lease, MembershipLease } from '@sekisho/contract';
import { lentOfLease } from '../access/index.ts';
import { type LeaseRow, leaseViews, partsOfAll } from '../leases/index.ts';
import type { Tx } from '../platform/context.ts';
import { membershipOfLease } from './frozen.ts';
import { type Check, checksOf } from './store.ts';

/** Memberships as doors show them, in three queries. */
export async function membershipViews(
  tx: Tx,
  rows: readonly LeaseRow[],
): Promise<MembershipLease[]> {
  const ids = rows.map(({ id }) => id);
  const views = await leaseViews(tx, rows);
  const parts = await partsOfAll(tx, ids);
  const checks = Map.groupBy(await checksOf(tx, ids), ({ lease }) => lease);
  return rows.map((row, index) => {
    const { id } = row;
    return withTeam(views[index] as Lease, row, parts.get(id) ?? [], checks.get(id) ?? []);
  });
}

export async function membershipView(tx: Tx, row: LeaseRow): Promise<MembershipLease> {
  const [view] = await membershipViews(tx, [row]);
  return view as MembershipLease;
}

function withTeam(
  view: Lease,
  row: LeaseRow,
  parts: readonly LeaseRow[],
  checks: readonly Check[],
): MembershipLease {
  const frozen = membershipOfLease(row);
  const doneOf = (id: string) => {
    const check = checks.find(({ item }) => item === id);
    return check ? { at: check.done_at.toISOString(), by: check.done_by } : null;
  };
  return {
    ...view,
    kind: 'membership',
    ...{ team: frozen.team, teamName: frozen.name, group: frozen.group, role: frozen.role },
    maximumSeconds: row.maximum_seconds,
    permissionSets: parts.map(partView),
    slackUserGroups: frozen.slackUserGroups,
    ...(frozen.unlinkedUserGroups.length > 0
      ? { unlinkedUserGroups: frozen.unlinkedUserGroups }
      : {}),
    shadowsOnCall: frozen.shadowsOnCall,
    checklist: frozen.checklist.map((item) => ({ ...item, done: doneOf(item.id) })),
  };
}

function partView(part: LeaseRow): MembershipLease['permissionSets'][number] {
  const { accountName, permissionSet } = lentOfLease(part);
  const { id: lease, production, state, stuck, missing } = part;
  const { account } = part.frozen;
  return { lease, account, accountName, permissionSet, production, state, stuck, missing };
}
