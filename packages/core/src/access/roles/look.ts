import type { AccessAccount } from '@sekisho/config';
import { addSeconds } from '../../platform/clock.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import { type CloudScope, cloudScope } from '../../platform/cloud-scope.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { AccessCloud, RoleUse } from '../cloud.ts';
import {
  beginLook,
  endLook,
  noteProblem,
  noteUse,
  type RoleLookRow,
  readLooks,
  rolesToAsk,
} from './store.ts';
import { isAwsOwned } from './whose.ts';

type Looked = AccessAccount & { readonly look: NonNullable<AccessAccount['look']> };

/** How old a look may be before the next one begins, seconds. */
const freshSeconds = 24 * 3600;
/** When an account that did not let us in, or did not answer, is asked again, seconds. */
const retrySeconds = 3600;
/** Accounts that are asked at a time; each has limits of its own at AWS. */
const accountsAtOnce = 8;
/** Roles that are asked about between two notes of how far it has come. */
const rolesAtOnce = 20;

/** How long a pass goes on before it leaves the rest to the next, seconds: other loops wait for it. */
const passSeconds = 4;

/**
 * Asks AWS which IAM roles each account of the map has and when each was last used, once a day. A
 * large organization takes many passes: each goes on where the last one stopped. The role that our own
 * dead-man's switches act with (`schedulerRole`: its name, path included) is used only when one fires:
 * it is never asked about.
 */
export async function lookAtRoles(
  house: House,
  cloud: AccessCloud,
  schedulerRole?: string,
): Promise<void> {
  const end = addSeconds(house.clock.now(), passSeconds);
  const due = await accountsDue(house);
  const next = due.values();
  const work = async () => {
    for (const { account, look } of next) {
      if (house.clock.now() >= end) return;
      await lookAt(house, cloud, { account, look, end, schedulerRole });
    }
  };
  await Promise.all(Array.from({ length: accountsAtOnce }, work));
}

interface Due {
  readonly account: Looked;
  readonly look: RoleLookRow | null;
}

/** Accounts whose look is not over or is old, those that wait longest first. */
async function accountsDue(house: House): Promise<Due[]> {
  const accounts = house.config().access?.accounts ?? [];
  const looks = await transactAsSystem(house, readLooks);
  const now = house.clock.now();
  return accounts
    .filter((account): account is Looked => account.look !== null)
    .map((account) => ({
      account,
      look: looks.find((each) => each.account === account.id) ?? null,
    }))
    .filter(({ look }) => look === null || now >= dueAt(look))
    .sort((a, b) => (a.look?.tried_at.getTime() ?? 0) - (b.look?.tried_at.getTime() ?? 0));
}

function dueAt(look: RoleLookRow): Date {
  if (look.problem !== null) return addSeconds(look.tried_at, retrySeconds);
  return isUnderWay(look) ? look.tried_at : addSeconds(look.begun_at, freshSeconds);
}

function isUnderWay({ begun_at, looked_at }: RoleLookRow): boolean {
  return begun_at.getTime() > 0 && (looked_at === null || looked_at < begun_at);
}

async function lookAt(
  house: House,
  cloud: AccessCloud,
  { account, look, end, schedulerRole }: Due & { end: Date; schedulerRole: string | undefined },
) {
  const scope = scopeOfLook(account);
  try {
    if (look === null || !isUnderWay(look)) await begin(house, cloud, { scope, schedulerRole });
    await askOn(house, cloud, { scope, end });
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    // Too fast is no problem of the account's: the next pass goes on.
    if (error.failure === 'throttled') return;
    await transactAsSystem(house, (tx) => noteProblem(tx, account.id, error.vendorCode));
  }
}

async function begin(
  house: House,
  cloud: AccessCloud,
  { scope, schedulerRole }: { scope: CloudScope; schedulerRole: string | undefined },
): Promise<void> {
  const roles = await cloud.iamRoles(scope);
  const ours = roles.filter(
    (role) => !isAwsOwned(role) && `${role.path}${role.name}`.slice(1) !== schedulerRole,
  );
  await transactAsSystem(house, (tx) => beginLook(tx, scope.account, ours));
}

async function askOn(
  house: House,
  cloud: AccessCloud,
  { scope, end }: { readonly scope: CloudScope; readonly end: Date },
): Promise<void> {
  const { account } = scope;
  while (house.clock.now() < end) {
    const some = await transactAsSystem(house, async (tx) => {
      const since = (await readLooks(tx)).find((each) => each.account === account)?.begun_at;
      return rolesToAsk(tx, { account, since: since ?? tx.now, most: rolesAtOnce });
    });
    if (some.length === 0) return transactAsSystem(house, (tx) => endLook(tx, account));
    const uses: { readonly name: string; readonly use: RoleUse | null }[] = [];
    for (const { name } of some) {
      if (house.clock.now() >= end) break;
      uses.push({ name, use: await cloud.roleUse(scope, name) });
    }
    await transactAsSystem(house, async (tx) => {
      for (const { name, use } of uses) await noteUse(tx, { account, name }, use);
    });
  }
}

function scopeOfLook({ name, id, look }: Looked): CloudScope {
  return cloudScope({ ...look, environment: name, account: id });
}
