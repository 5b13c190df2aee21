import { openLeases } from '../../leases/index.ts';
import { isTrusted } from '../../ops/index.ts';
import { addSeconds } from '../../platform/clock.ts';
import type { House, Tx } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { readAssigned } from '../assigned.ts';
import type { AccessCloud, Assignment } from '../cloud.ts';
import { isDirectorySure } from '../directory/vanished.ts';
import { scopeOfCenter } from '../find-account.ts';
import { explanationOf, isLent, type Known, personOfUser } from './explained.ts';
import {
  type DriftRow,
  deleteDrift,
  insertDrift,
  markRemoved,
  readDrift,
  writeLooked,
} from './store.ts';

/** What one look at all accounts saw. */
interface Sight {
  readonly known: Known;
  readonly strange: readonly Assignment[];
  /** What a lease wants, and the map does not explain. */
  readonly lent: readonly Assignment[];
  readonly unanswered: readonly string[];
  /** Whether the roster that it was weighed against is whole. */
  readonly sure: boolean;
}

/** After this time a removal that took nothing away is asked for again, seconds. */
const retrySeconds = 15 * 60;

/**
 * Looks at the assignments of every account of the map, notes those that nothing explains, forgets
 * those that are gone, and takes away what has been reported for long enough where the house says so.
 */
export async function lookForDrift(house: House, cloud: AccessCloud): Promise<void> {
  const { access } = house.config();
  if (access === null) return;
  const sight = await look(house, cloud);
  if (sight === null) return;
  const rows = await transactAsSystem(house, (tx) => note(tx, sight));
  // A directory that is old, or lost a group, explains nothing that it gave.
  if (!sight.sure) return;
  // An empty or restored database explains nothing: until it is believed, it takes nothing away.
  if (!access.drift.remove || !(await transactAsSystem(house, isTrusted))) return;
  const now = house.clock.now();
  // What was found in an account before, and not looked at now, may be explained by now.
  const due = ({ account, first_seen_at, removed_at }: DriftRow) =>
    !sight.unanswered.includes(account) &&
    (removed_at === null
      ? now >= addSeconds(first_seen_at, access.drift.graceSeconds)
      : now >= addSeconds(removed_at, retrySeconds));
  const failures: unknown[] = [];
  // One after another: Identity Center refuses a second change of an account meanwhile.
  for (const row of rows.filter(due)) {
    await remove(house, cloud, row).catch((failure: unknown) => failures.push(failure));
  }
  if (failures.length > 0) throw failures[0];
}

async function look(house: House, cloud: AccessCloud): Promise<Sight | null> {
  const { access } = house.config();
  if (access === null) return null;
  // Before AWS is asked: a lease that begins meanwhile is only found strange at its own next look.
  const before = await transactAsSystem(house, async (tx) => ({
    leases: await openLeases(tx, { kind: 'permission-set' }),
    people: tx.config.people,
    sure: await isDirectorySure(tx),
  }));
  const { assignments, unanswered, ...directory } = await readAssigned(
    cloud,
    access,
    access.accounts,
  );
  const after = await transactAsSystem(house, (tx) => openLeases(tx, { kind: 'permission-set' }));
  const { people, sure } = before;
  const known = { access, people, leases: [...before.leases, ...after], ...directory };
  const by = Map.groupBy(assignments, (each) => explanationOf(known, each) ?? 'nothing');
  const [strange, lent] = [by.get('nothing') ?? [], by.get('lease') ?? []];
  return { known, strange, lent, unanswered, sure };
}

/** Brings the findings up to date; those of accounts that did not answer stay as they were. */
async function note(tx: Tx, { known, strange, lent, unanswered }: Sight): Promise<DriftRow[]> {
  const old = await readDrift(tx);
  // What was strange before somebody lent it is there without the lease: its grace does not begin anew.
  const there = new Set([...strange, ...lent].map(keyOf));
  for (const row of old) {
    if (!there.has(keyOfRow(row)) && !unanswered.includes(row.account)) await forget(tx, row);
  }
  const keys = new Set(old.map(keyOfRow));
  for (const each of strange) {
    if (!keys.has(keyOf(each))) await insertFinding(tx, known, each);
  }
  await writeLooked(tx, { at: tx.now.toISOString(), unanswered });
  return readDrift(tx);
}

async function insertFinding(tx: Tx, known: Known, assignment: Assignment): Promise<void> {
  const { account, permissionSetArn, principal } = assignment;
  const names = new Map([
    ...known.users.map(({ userId, userName }) => [userId, userName] as const),
    ...known.groups.map(({ groupId, name }) => [groupId, name] as const),
  ]);
  const row: DriftRow = {
    account,
    permission_set_arn: permissionSetArn,
    principal_kind: principal.kind,
    principal_id: principal.id,
    permission_set: known.sets.find(({ arn }) => arn === permissionSetArn)?.name ?? '',
    principal_name: names.get(principal.id) ?? principal.id,
    person: personOfUser(known.people, known.users, principal.id)?.id ?? null,
    first_seen_at: tx.now,
    removed_at: null,
  };
  await insertDrift(tx, row);
  tx.record({ ...about(row), action: 'access.drift-found' });
}

async function forget(tx: Tx, row: DriftRow): Promise<void> {
  await deleteDrift(tx, row);
  tx.record({ ...about(row), action: 'access.drift-gone' });
}

async function remove(house: House, cloud: AccessCloud, row: DriftRow): Promise<void> {
  const { access } = house.config();
  if (access === null) return;
  const assignment: Assignment = {
    account: row.account,
    permissionSetArn: row.permission_set_arn,
    principal: { kind: row.principal_kind, id: row.principal_id },
  };
  // Written down before AWS is asked, so that nothing disappears without an entry.
  const isWanted = await transactAsSystem(house, async (tx) => {
    // It may have been lent since AWS was looked at.
    const leases = await openLeases(tx, { kind: 'permission-set' });
    if (isLent({ leases }, assignment)) return true;
    if (row.removed_at === null) tx.record({ ...about(row), action: 'access.drift-removed' });
    await markRemoved(tx, row);
    return false;
  });
  if (!isWanted) await cloud.unassign(scopeOfCenter(access), assignment);
}

function about(row: DriftRow) {
  const { account, permission_set: permissionSet, principal_kind: kind } = row;
  return {
    ...{ subject: `account:${account}`, lease: null, environment: null },
    data: { account, permissionSet, principalKind: kind, principal: row.principal_name },
  };
}

function keyOf({ account, permissionSetArn, principal }: Assignment): string {
  return [account, permissionSetArn, principal.kind, principal.id].join(' ');
}

function keyOfRow(row: DriftRow): string {
  return [row.account, row.permission_set_arn, row.principal_kind, row.principal_id].join(' ');
}
