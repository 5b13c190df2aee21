import type { AccessAccount } from '@sekisho/config';
import type { BurdenChange, BurdenRole, Language } from '@sekisho/contract';
import { burdenRoleReason } from '@sekisho/words/access';
import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { type RoleLookRow, type RoleRow, readLooks, unusedSince } from '../roles/store.ts';
import { ownRoles } from '../roles/whose.ts';

/** What is known of the IAM roles of some accounts. */
export interface RolesSeen {
  readonly roles: BurdenRole[];
  /** Roles beyond those that an answer has room for. */
  readonly more: number;
  readonly looks: {
    readonly accountName: string;
    /** When AWS had last told of every role; null: not yet. */
    readonly lookedAt: string | null;
    readonly problem: string | null;
  }[];
  /** Names of accounts without a role to look at them by, or that never answered. */
  readonly unseen: string[];
}

/** How long AWS remembers. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html */
const trackedSeconds = 400 * 24 * 3600;
const mostRoles = 1000;

/** Roles that nobody used since a moment: neither AWS's own nor those that Sekisho works by. */
export async function rolesSeen(
  tx: Tx,
  accounts: readonly AccessAccount[],
  asked: Date,
): Promise<RolesSeen> {
  const tracked = addSeconds(tx.now, -trackedSeconds);
  const since = asked < tracked ? tracked : asked;
  const looked = accounts.filter(({ look }) => look !== null);
  const looks = await readLooks(tx);
  const rows = await unusedSince(tx, { accounts: looked.map(({ id }) => id), since });
  const own = ownRoles(tx.config);
  const unused = rows.filter((row) => !own.has(arnOf(row, looked)));
  const of = ({ id }: AccessAccount) => looks.find(({ account }) => account === id);
  return {
    roles: unused.slice(0, mostRoles).map((row) => roleOf(tx, accounts, row)),
    more: Math.max(0, unused.length - mostRoles),
    looks: looked.map((account) => ({ accountName: account.name, ...lookOf(of(account)) })),
    unseen: accounts
      .filter((account) => account.look === null || (of(account)?.looked_at ?? null) === null)
      .map(({ name }) => name),
  };
}

function lookOf(look: RoleLookRow | undefined) {
  return { lookedAt: look?.looked_at?.toISOString() ?? null, problem: look?.problem ?? null };
}

/** In the partition of the role that it was looked at by. */
function arnOf({ account, path, name }: RoleRow, looked: readonly AccessAccount[]): string {
  const by = looked.find(({ id }) => id === account)?.look?.roleArn ?? '';
  return `${by.split(':').slice(0, 4).join(':')}:${account}:role${path}${name}`;
}

function roleOf({ config }: Tx, accounts: readonly AccessAccount[], row: RoleRow): BurdenRole {
  const { account, region } = row;
  const role = `${row.path}${row.name}`.slice(1);
  const accountName = accounts.find(({ id }) => id === account)?.name ?? account;
  const roles = config.accounts.accounts.find(({ id }) => id === account)?.roles ?? [];
  return {
    ...{ account, accountName, role, region },
    production: accounts.find(({ id }) => id === account)?.production ?? false,
    inMap: roles.some(({ name }) => name === role),
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}

/** What to do about each: it leaves the map if it is there, and AWS when nobody misses it. */
export function proposeRoles(
  { roles }: RolesSeen,
  since: Date,
  language: Language,
): BurdenChange[] {
  return roles.map((each) => {
    const { account, accountName, role, inMap, lastUsedAt } = each;
    const what = inMap ? 'drop-role' : 'delete-role';
    const reason = burdenRoleReason(what, { role, since, lastUsedAt }, language);
    return { do: what, account, accountName, permissionSet: null, role, reason };
  });
}
