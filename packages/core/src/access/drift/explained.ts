import type { AccessAccount, AccessConfig, PersonConfig } from '@sekisho/config';
import type { LeaseRow } from '../../leases/index.ts';
import { isStanding } from '../baseline.ts';
import type { Assignment, DirectoryGroup, DirectoryUser, PermissionSet } from '../cloud.ts';
import { lentOfLease } from '../frozen.ts';

/** What an assignment is weighed against. */
export interface Known {
  readonly access: AccessConfig;
  readonly people: readonly PersonConfig[];
  /** Leases of permission sets that are not over. */
  readonly leases: readonly LeaseRow[];
  readonly sets: readonly PermissionSet[];
  readonly users: readonly DirectoryUser[];
  readonly groups: readonly DirectoryGroup[];
}

/** What explains it: standing access of the map or a group by which sets are lent, else a lease; null: nothing. */
export function explanationOf(known: Known, assignment: Assignment): 'map' | 'lease' | null {
  const { access, sets } = known;
  const account = access.accounts.find(({ id }) => id === assignment.account);
  const name = sets.find(({ arn }) => arn === assignment.permissionSetArn)?.name ?? '';
  const inMap = assignment.principal.kind === 'group' ? isGroupExplained : stands;
  if (inMap(known, account, name, assignment)) return 'map';
  return isLent(known, assignment) ? 'lease' : null;
}

function isGroupExplained(
  { groups }: Known,
  account: AccessAccount | undefined,
  setName: string,
  { principal }: Assignment,
): boolean {
  const name = groups.find(({ groupId }) => groupId === principal.id)?.name;
  const set = account?.sets.find((each) => each.name === setName);
  if (name === undefined || set === undefined) return false;
  return set.viaGroup === name || set.standingGroups.includes(name);
}

/** Whether a lease that was granted wants it. */
export function isLent({ leases }: Pick<Known, 'leases'>, assignment: Assignment): boolean {
  return leases.some((lease) => {
    if (lease.granted_at === null) return false;
    const { permissionSetArn, userId } = lentOfLease(lease);
    return (
      lease.frozen.account === assignment.account &&
      permissionSetArn === assignment.permissionSetArn &&
      userId === assignment.principal.id
    );
  });
}

function stands(
  { people, users }: Known,
  account: AccessAccount | undefined,
  setName: string,
  { principal }: Assignment,
): boolean {
  const set = account?.sets.find((each) => each.name === setName);
  const person = personOfUser(people, users, principal.id);
  return set !== undefined && person !== undefined && isStanding(set, person);
}

/** The person of the roster behind a user of the directory, by e-mail; undefined for a stranger. */
export function personOfUser(
  people: readonly PersonConfig[],
  users: readonly DirectoryUser[],
  userId: string,
): PersonConfig | undefined {
  const user = users.find((each) => each.userId === userId);
  const mails = [user?.email, user?.userName].flatMap((mail) => mail?.toLowerCase() ?? []);
  return people.find(({ email }) => email !== null && mails.includes(email.toLowerCase()));
}
