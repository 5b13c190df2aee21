import { contract, type DriftFinding } from '@sekisho/contract';
import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { implement } from '../../platform/verb.ts';
import { needAccess } from '../find-account.ts';
import { type DriftRow, readDrift, readLooked } from './store.ts';

/** What the last look found; looking is a loop's business. */
export const drift = implement(contract['access.drift'], {
  decide: async (tx) => {
    needAccess(tx.config);
    const looked = await readLooked(tx);
    const rows = await readDrift(tx);
    return {
      lookedAt: looked?.at ?? null,
      unanswered: [...(looked?.unanswered ?? [])],
      findings: rows.map((row) => findingOf(tx, row)),
    };
  },
});

function findingOf({ config }: Tx, row: DriftRow): DriftFinding {
  const access = needAccess(config);
  const { remove, graceSeconds } = access.drift;
  return {
    account: row.account,
    accountName: access.accounts.find(({ id }) => id === row.account)?.name ?? row.account,
    permissionSet: row.permission_set,
    principalKind: row.principal_kind,
    principal: row.principal_name,
    person: row.person,
    firstSeenAt: row.first_seen_at.toISOString(),
    removedAfter: remove ? addSeconds(row.first_seen_at, graceSeconds).toISOString() : null,
  };
}
