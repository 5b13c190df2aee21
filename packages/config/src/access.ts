import type { AccountDocument } from './accounts/schema.ts';
import { awsEnvironments } from './aws-environments.ts';
import type { ConfigDocument } from './schema.ts';
import { secondsOf } from './spans.ts';

/** A permission set that may be had in an account. */
export interface LentSet {
  readonly name: string;
  /** Groups of the roster that may have it; empty: whoever a policy lets. */
  readonly groups: readonly string[];
  /** Whether those groups have it all the time. */
  readonly standing: boolean;
  /** Groups of Identity Center that have it all the time. */
  readonly standingGroups: readonly string[];
  /** Group of Identity Center by whose membership it is lent; null: by an assignment. */
  readonly viaGroup: string | null;
}

/** An account of the map, as lending in it needs it. */
export interface AccessAccount {
  readonly name: string;
  /** Twelve digits. */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly environment: string | null;
  readonly production: boolean;
  readonly sets: readonly LentSet[];
  /** By which role its IAM roles are looked at; null: they are not. */
  readonly look: {
    readonly roleArn: string;
    readonly externalId: string | null;
    readonly region: string;
  } | null;
}

/** By what sessions are ended with their lease, once admins have agreed to it. */
export interface LiveSessionsConfig {
  /** Of the role: the management account, or the delegated administrator for policies. */
  readonly account: string;
  readonly roleArn: string;
  readonly externalId: string | null;
  /** Beginning of the names of its policies. */
  readonly policy: string;
}

/** What is lent by IAM Identity Center, and from where. */
export interface AccessConfig {
  /** Of the access portal. */
  readonly startUrl: string;
  readonly region: string;
  /** Account that Identity Center is administered from. */
  readonly account: string;
  readonly roleArn: string | null;
  readonly externalId: string | null;
  readonly defaultSeconds: number;
  readonly maximumSeconds: number;
  readonly drift: { readonly remove: boolean; readonly graceSeconds: number };
  readonly accounts: readonly AccessAccount[];
  /** Null: sessions live on after a lease for as long as their permission set says. */
  readonly liveSessions: LiveSessionsConfig | null;
}

/** Null where nothing can be lent: no Identity Center, or not said from which account it is administered. */
export function accessOf(document: ConfigDocument): AccessConfig | null {
  const { identityCenter, accounts = {} } = document;
  const environments = awsEnvironments(document.environments);
  if (identityCenter?.account === undefined) return null;
  const { startUrl, region, account, roleArn, externalId, duration, drift } = identityCenter;
  return {
    ...{ startUrl, region, account },
    roleArn: roleArn ?? null,
    externalId: externalId ?? null,
    defaultSeconds: secondsOf(duration.default),
    maximumSeconds: secondsOf(duration.maximum),
    drift: { remove: drift.remove, graceSeconds: secondsOf(drift.grace) },
    liveSessions: liveSessionsOf(identityCenter.liveSessions),
    accounts: Object.entries(accounts).map(([name, each]) =>
      accountOf(name, each, {
        production: environments[each.environment ?? '']?.production ?? false,
        region: environments[each.environment ?? '']?.region ?? region,
      }),
    ),
  };
}

type CenterDocument = NonNullable<ConfigDocument['identityCenter']>;

function liveSessionsOf(document: CenterDocument['liveSessions']): LiveSessionsConfig | null {
  if (document === undefined) return null;
  const { roleArn, externalId, policy } = document;
  const account = roleArn.split(':')[4] ?? '';
  return { account, roleArn, externalId: externalId ?? null, policy };
}

function accountOf(
  name: string,
  document: AccountDocument,
  around: { readonly production: boolean; readonly region: string },
): AccessAccount {
  const { look } = document;
  return {
    ...{ name, id: document.id, aliases: document.aliases },
    environment: document.environment ?? null,
    production: document.production ?? around.production,
    sets: document.permissionSets.map((set) =>
      setOf(typeof set === 'string' ? { name: set } : set),
    ),
    look: look
      ? {
          roleArn: look.roleArn,
          externalId: look.externalId ?? null,
          region: document.region ?? around.region,
        }
      : null,
  };
}

type SetDocument = Exclude<AccountDocument['permissionSets'][number], string>;

function setOf({
  name,
  groups = [],
  standing = false,
  standingGroups = [],
  viaGroup,
}: Partial<SetDocument> & { readonly name: string }): LentSet {
  return { name, groups, standing, standingGroups, viaGroup: viaGroup ?? null };
}
