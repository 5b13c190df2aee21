import { isFinal } from '@sekisho/contract/states';
import { leaseHistory } from '../../leases/index.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { membershipOfLease } from '../frozen.ts';

/** The newest so many memberships of a team tell whom its user group may forget. */
const mostLeases = 500;

/** Whether each of these people of Slack was lent this user group of a team, and has it no more. */
export async function wereLent(
  house: House,
  { team, userGroup }: { readonly team: string; readonly userGroup: string },
  users: readonly string[],
): Promise<boolean> {
  const rows = await transactAsSystem(house, (tx) =>
    leaseHistory(tx, { kind: 'membership', environment: team, limit: mostLeases }),
  );
  const theirs = rows
    .map((row) => ({ row, frozen: membershipOfLease(row) }))
    .filter(({ frozen }) => frozen.slackUserGroups.includes(userGroup));
  return users.every((user) => {
    const mine = theirs.filter(({ frozen }) => frozen.slack?.user === user);
    const over = mine.every(({ row: { state } }) => isFinal(state) || state === 'revoking');
    return over && mine.some(({ row }) => row.granted_at !== null);
  });
}
