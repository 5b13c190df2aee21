import type { Account, AccountMap, IdentityCenter, SwitchRole } from '@sekisho/accounts';
import type { AccountDocument, AccountMapDocument } from './schema.ts';

/** What an account takes over from the environment that lives in it. */
export interface EnvironmentFacts {
  readonly production: boolean;
  readonly region: string;
}

/** Red, so that nobody mistakes where they are. */
const productionColor = 'd1242f';

/** The account map of a document. @param environments those that are declared, by name */
export function mapOf(
  { accounts, identityCenter }: AccountMapDocument,
  environments: ReadonlyMap<string, EnvironmentFacts>,
): AccountMap {
  return {
    identityCenter: identityCenter ? centerOf(identityCenter) : null,
    accounts: Object.entries(accounts).map(([name, account]) =>
      accountOf(name, account, environments.get(account.environment ?? '')),
    ),
  };
}

function centerOf({ session, startUrl, region }: IdentityCenter): IdentityCenter {
  return { session, startUrl, region };
}

function accountOf(
  name: string,
  document: AccountDocument,
  environment: EnvironmentFacts | undefined,
): Account {
  const production = document.production ?? environment?.production ?? false;
  const color = document.color?.replace('#', '').toLowerCase();
  return {
    ...{ name, id: document.id, aliases: document.aliases, production },
    environment: document.environment ?? null,
    region: document.region ?? environment?.region ?? null,
    color: color ?? (production ? productionColor : null),
    permissionSets: document.permissionSets.map((set) =>
      typeof set === 'string'
        ? { name: set, groups: [], standing: false }
        : { name: set.name, groups: set.groups, standing: set.standing },
    ),
    roles: document.roles.map(roleOf),
  };
}

function roleOf({
  name,
  from,
  externalId,
  tags,
  transitiveTags,
}: AccountDocument['roles'][number]): SwitchRole {
  return {
    ...{ name, tags, transitiveTags },
    from: { account: from.account, permissionSet: from.permissionSet ?? null },
    externalId: externalId ?? null,
  };
}
