import type { AccessAccount, AccessConfig } from '@sekisho/config';
import { contract, type Language, type OutputOf } from '@sekisho/contract';
import { burdenKnows } from '@sekisho/words/access';
import { firstLeaseAt, type LeaseRow, lentByTitle, openLeases } from '../../leases/index.ts';
import { addSeconds } from '../../platform/clock.ts';
import { askCloud } from '../../platform/cloud-failure.ts';
import type { Tx } from '../../platform/context.ts';
import { readMoment } from '../../platform/read-input.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { implement, type PrepareScope } from '../../platform/verb.ts';
import { type Assigned, readAssigned } from '../assigned.ts';
import type { AccessCloud } from '../cloud.ts';
import { needAccess, needAccount, scopeOfCenter } from '../find-account.ts';
import { membersOf } from '../members-of.ts';
import { type AccessPorts, needAccessCloud } from '../ports.ts';
import type { Facts } from './facts.ts';
import { peopleWithStrong } from './principals.ts';
import { propose } from './propose.ts';
import { smallerMap } from './smaller-map.ts';
import { proposeRoles, type RolesSeen, rolesSeen } from './unused-roles.ts';
import { weigh } from './weigh.ts';

const usualSeconds = 90 * 24 * 3600;

/** What AWS told, and leases as they were before it was asked. */
interface Looked extends Assigned {
  readonly before: readonly LeaseRow[];
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/** Who has what without a lease, what nobody borrows, and a smaller map. Writes nothing. */
export const burden = implement(contract['access.burden'], {
  prepare: async ({ house, ports }: PrepareScope<AccessPorts>, input): Promise<Looked> => {
    const access = needAccess(house.config());
    const cloud = needAccessCloud(ports);
    const accounts = accountsMeant(access, input.account);
    const before = await transactAsSystem(house, (tx) =>
      openLeases(tx, { kind: 'permission-set' }),
    );
    return askCloud(async () => {
      const assigned = await readAssigned(cloud, access, accounts);
      return { ...assigned, before, members: await membersOfGroups(cloud, access, assigned) };
    });
  },
  decide: async (tx, input, looked, { language }) => {
    const since = readMoment(tx, 'since', input.since, 'past') ?? addSeconds(tx.now, -usualSeconds);
    const meant = accountsMeant(needAccess(tx.config), input.account);
    const answered = meant.filter(({ id }) => !looked.unanswered.includes(id));
    const silent = meant.filter(({ id }) => looked.unanswered.includes(id));
    const facts = await factsOf(tx, looked, answered, since);
    return answerOf(tx, facts, {
      ...{ since, language, recordsFrom: await firstLeaseAt(tx) },
      unanswered: silent.map(({ name }) => name),
      seen: await rolesSeen(tx, meant, since),
    });
  },
});

interface Told {
  readonly since: Date;
  readonly recordsFrom: Date | null;
  readonly unanswered: string[];
  readonly seen: RolesSeen;
  readonly language: Language;
}

function answerOf(tx: Tx, facts: Facts, told: Told): OutputOf<'access.burden'> {
  const { since, recordsFrom, unanswered, language, seen } = told;
  const whole = recordsFrom !== null && recordsFrom <= since;
  const sets = weigh(facts);
  const changes = propose(
    { config: tx.config, accounts: facts.accounts, since, whole, language },
    sets,
  );
  changes.push(...proposeRoles(seen, since, language));
  const { roles, more: rolesMore, looks: roleLooks, unseen } = seen;
  const problems = roleLooks.filter(({ problem }) => problem !== null);
  const knowing = {
    ...{ since, recordsFrom, whole, unanswered, unseen },
    looked: roleLooks.length > 0,
    failed: problems.map(({ accountName, problem }) => `${accountName} (${problem ?? ''})`),
  };
  return {
    ...{ since: since.toISOString(), until: tx.now.toISOString() },
    recordsFrom: recordsFrom?.toISOString() ?? null,
    ...{ unanswered, sets, people: peopleWithStrong(facts, sets) },
    ...{ roles, rolesMore, roleLooks, rolesNotLookedAt: rolesIn(tx, unseen) },
    knows: burdenKnows(knowing, language),
    proposal: { changes, map: smallerMap(tx.config, facts.accounts, changes, language) },
  };
}

async function factsOf(
  tx: Tx,
  { before, ...looked }: Looked,
  accounts: readonly AccessAccount[],
  since: Date,
): Promise<Facts> {
  const leases = [...before, ...(await openLeases(tx, { kind: 'permission-set' }))];
  const lent = await lentByTitle(tx, { kind: 'permission-set', since });
  const { config } = tx;
  const { people } = config;
  return { ...looked, config, access: needAccess(config), people, accounts, leases, lent };
}

async function membersOfGroups(
  cloud: AccessCloud,
  access: AccessConfig,
  { assignments }: Assigned,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const groups = assignments.flatMap(({ principal }) =>
    principal.kind === 'group' ? [principal.id] : [],
  );
  const members = new Map<string, readonly string[]>();
  for (const id of new Set(groups))
    members.set(id, await membersOf(cloud, scopeOfCenter(access), id));
  return members;
}

function accountsMeant(access: AccessConfig, reference: string | undefined) {
  return reference === undefined ? access.accounts : [needAccount(access, reference)];
}

function rolesIn({ config }: Tx, accounts: readonly string[]) {
  return config.accounts.accounts
    .filter(({ name }) => accounts.includes(name))
    .flatMap(({ name, roles }) => roles.map((role) => ({ accountName: name, role: role.name })));
}
