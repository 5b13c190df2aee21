import { CloudError } from '../../platform/cloud-error.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { AccessCloud } from '../cloud.ts';
import { isCrowded } from './document.ts';
import { sessionKey } from './ends.ts';
import type { Plan } from './plan.ts';
import { standsBeside } from './standing.ts';
import { keyOfRow, putEnd, type SessionEndRow } from './store.ts';
import { denialsOf } from './write-account.ts';

/**
 * Where a policy is too long for everybody's own moment, looks whether those who share a later one have
 * got access since their own: they keep their moment. Errors: those that are no failure of the cloud.
 */
export async function judgeAgain(house: House, cloud: AccessCloud, plan: Plan): Promise<void> {
  const { mandate } = plan;
  if (mandate.may !== 'deny') return;
  const ends = new Map(plan.ends.map((end) => [sessionKey(end), end]));
  const asked = askedOnce(cloud);
  for (const row of staleRows(plan, house.clock.now())) {
    const end = ends.get(keyOfRow(row));
    if (end === undefined || end.again) continue;
    const person = house.config().people.find(({ id }) => id === end.person);
    try {
      if (await standsBeside(asked, mandate.settings, end, person)) continue;
    } catch (error) {
      // Not known to have no access: not put together with others.
      if (error instanceof CloudError) continue;
      throw error;
    }
    await transactAsSystem(house, (tx) => putEnd(tx, { ...row, judged_at: tx.now }));
  }
}

/** Rows of crowded policies that nobody has looked at since another's access to the set ended. */
function staleRows(plan: Plan, now: Date): SessionEndRow[] {
  const accounts = Map.groupBy(plan.rows, ({ account }) => account);
  return [...accounts.keys()].flatMap((account) => {
    const denials = denialsOf(plan, account, { before: null, now });
    if (!isCrowded(denials)) return [];
    const sets = Map.groupBy(denials, ({ permissionSet }) => permissionSet);
    return [...sets.values()].flatMap((set) => {
      const newest = new Date(Math.max(...set.map(({ issuedBefore }) => issuedBefore.getTime())));
      const stale = set.filter(({ row }) => row.judged_at === null || row.judged_at < newest);
      return stale.map(({ row }) => row);
    });
  });
}

type Asked = Pick<AccessCloud, 'assignments' | 'members' | 'groups'>;

/** Asks AWS once for each set and group, however many people are judged by it. */
function askedOnce(cloud: AccessCloud): Asked {
  const answers = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const known = answers.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const answer = ask();
    answers.set(key, answer);
    return answer;
  };
  return {
    assignments: (scope, place) =>
      once(`${place.account} ${place.permissionSetArn}`, () => cloud.assignments(scope, place)),
    members: (scope, group) => once(group, () => cloud.members(scope, group)),
    groups: (scope) => once('groups', () => cloud.groups(scope)),
  };
}
