import { type LeaseRow, needLease, refuseTooFewApprovals, wasShown } from '../leases/index.ts';
import { needPersonOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { budgetsNow } from '../policy/index.ts';
import { setIn } from './baseline.ts';
import { judgeWish, refuseWish, type Wish } from './consider.ts';
import { lentOfLease } from './frozen.ts';

/**
 * Judges again what was approved, by the map, policy, roster and time of now: answers the longest
 * that it may be, seconds. Errors: the refusal.
 */
export async function judgeAtGrant(tx: Tx, lease: LeaseRow): Promise<number> {
  const { accountName, permissionSet } = lentOfLease(lease);
  const found = setIn(tx.config.access, lease.frozen.account, permissionSet);
  if (found === undefined) {
    const facts = { value: permissionSet, account: accountName, known: [] };
    throw new AppError('unknown-permission-set', facts);
  }
  const { duration_seconds: seconds, break_glass: breakGlass } = lease;
  const person = needPersonOf(tx.config, lease.requester);
  if (person.role === 'read-only') throw new AppError('read-only', { who: person.id });
  if (lease.part_of !== null) return judgePart(tx, lease, lease.part_of);
  const wish: Wish = { person, ...found, seconds, breakGlass };
  const { reason, ticket } = lease;
  const moment = { now: tx.now, budgets: await budgetsNow(tx) };
  const asked = { reason, ...(ticket === null ? {} : { ticket }) };
  const judged = judgeWish(tx.config, wish, asked, moment);
  refuseWish(wish, judged);
  if (!breakGlass) await refuseTooFewApprovals(tx, lease, judged.approval);
  else if (!wasShown(lease, judged.breakGlassStepUp ?? undefined))
    throw new AppError('policy-refused', { environment: lease.environment });
  return judged.maximumSeconds;
}

/**
 * A part was judged with its parent, and bounds nothing by itself: the parent must live, and its team
 * must still have this set; it may last as long. Errors: `wrong-state`, `unknown-team`, `policy-refused`.
 */
async function judgePart(tx: Tx, lease: LeaseRow, parentId: string): Promise<number> {
  const parent = await needLease(tx, parentId, 'membership');
  const { state, environment: name } = parent;
  if (state !== 'granting' && state !== 'active') {
    throw new AppError('wrong-state', { id: parentId, state });
  }
  const teams = tx.config.memberships;
  const team = teams.find((each) => each.team === name);
  if (team === undefined) {
    throw new AppError('unknown-team', { value: name, known: teams.map((each) => each.team) });
  }
  const { accountName, permissionSet } = lentOfLease(lease);
  const named = team.permissionSets.some(
    ({ account, set }) => account === accountName && set === permissionSet,
  );
  if (!named) throw new AppError('policy-refused', { environment: accountName });
  return parent.maximum_seconds;
}
