import type { CiLease, Lease } from '@sekisho/contract';
import { type LeaseRow, leaseViews } from '../leases/index.ts';
import type { Tx } from '../platform/context.ts';
import { roleOfLease, worksUntil } from './frozen.ts';

/** Leases of roles as doors show them. */
export async function ciLeaseViews(tx: Tx, rows: readonly LeaseRow[]): Promise<CiLease[]> {
  const views = await leaseViews(tx, rows);
  return rows.map((row, index) => withJob(views[index] as Lease, row));
}

export async function ciLeaseView(tx: Tx, row: LeaseRow): Promise<CiLease> {
  const [view] = await ciLeaseViews(tx, [row]);
  return view as CiLease;
}

function withJob(view: Lease, row: LeaseRow): CiLease {
  const lent = roleOfLease(row);
  const { accountName, role, approach, repository, purpose, plan } = lent;
  const { sha, ref, event, runId, attempt, workflow, actor } = lent;
  return {
    ...view,
    kind: 'ci-role',
    ...{ account: row.frozen.account, accountName, role, approach, repository, purpose, plan },
    ...{ sha, ref, event, runId, attempt: Number(attempt), workflow, actor },
    runUrl: `${hostOf(lent.issuer)}/${repository}/actions/runs/${runId}/attempts/${attempt}`,
    worksUntil: worksUntil(row)?.toISOString() ?? null,
  };
}

/** Where a run is shown: GitHub's own site, or the host of GitHub Enterprise Server. */
function hostOf(issuer: string): string {
  const { origin, hostname } = new URL(issuer);
  return hostname === 'token.actions.githubusercontent.com' ? 'https://github.com' : origin;
}
