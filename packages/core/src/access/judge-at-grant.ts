import { type LeaseRow, refuseTooFewApprovals } from '../leases/index.ts';
import { needPersonOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { budgetsNow } from '../policy/index.ts';
import { setIn } from './baseline.ts';
import { judgeWish, refuseWish, type Wish } from './consider.ts';
import { lentOfLease } from './frozen.ts';

/** Judges again what was approved, by the map, policy, roster and time of now. Errors: the refusal. */
export async function judgeAtGrant(tx: Tx, lease: LeaseRow): Promise<void> {
  const { accountName, permissionSet } = lentOfLease(lease);
  const found = setIn(tx.config.access, lease.frozen.account, permissionSet);
  if (found === undefined) {
    const facts = { value: permissionSet, account: accountName, known: [] };
    throw new AppError('unknown-permission-set', facts);
  }
  const { duration_seconds: seconds, break_glass: breakGlass } = lease;
  const person = needPersonOf(tx.config, lease.requester);
  if (person.role === 'read-only') throw new AppError('read-only', { who: person.id });
  const wish: Wish = { person, ...found, seconds, breakGlass };
  const { reason, ticket } = lease;
  const moment = { now: tx.now, budgets: await budgetsNow(tx) };
  const asked = { reason, ...(ticket === null ? {} : { ticket }) };
  const judged = judgeWish(tx.config, wish, asked, moment);
  refuseWish(wish, judged);
  if (!breakGlass) await refuseTooFewApprovals(tx, lease, judged.approval);
}
