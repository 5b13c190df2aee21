import type { CloudScope } from '../../platform/cloud-scope.ts';
import type { Tx } from '../../platform/context.ts';
import { settingIn, writeSetting } from '../../platform/settings.ts';
import type { PolicyNames } from './cloud.ts';
import { type SessionsSettings, scopeOfPolicies } from './settings.ts';

/** What denials are written with, and taken away with, whatever is configured by then. */
export interface WrittenWith {
  readonly scope: CloudScope;
  /** Beginning of the policies' names. */
  readonly policy: string;
  /** Accounts that two admins agreed to, twelve digits each. */
  readonly accounts: readonly string[];
  /** The organization's management account as of the agreement. */
  readonly management: string | null;
}

const key = 'live-sessions-written';

/** Null when AWS holds no denial of ours. */
export function readWritten(tx: Tx): Promise<WrittenWith | null> {
  return settingIn<WrittenWith>(tx, key);
}

/** @param written null: AWS lists no policy of ours any more */
export function writeWritten(tx: Tx, written: WrittenWith | null): Promise<void> {
  return writeSetting(tx, key, written);
}

export function writtenWith(settings: SessionsSettings, management: string | null): WrittenWith {
  return {
    scope: scopeOfPolicies(settings),
    policy: settings.liveSessions.policy,
    accounts: settings.accounts.map(({ id }) => id).sort(),
    management,
  };
}

export function namesOf({ policy }: WrittenWith): PolicyNames {
  return { beginning: policy };
}

/** Whether a policy may bind sessions there: agreed to, and no management account. */
export function isCovered({ accounts, management }: WrittenWith, account: string): boolean {
  return accounts.includes(account) && account !== management;
}

/** Whether what one wrote is found, and may be taken away, by the other. */
export function isSamePlace(one: WrittenWith, other: WrittenWith): boolean {
  return one.policy === other.policy && one.scope.roleArn === other.scope.roleArn;
}
