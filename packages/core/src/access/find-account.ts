import type { AccessAccount, AccessConfig, Config, LentSet } from '@sekisho/config';
import { AppError } from '../platform/app-error.ts';
import { type CloudScope, cloudScope } from '../platform/cloud-scope.ts';
import type { Place } from '../policy/index.ts';

/** Errors: `access-not-set-up` where the configuration has no Identity Center to lend by. */
export function needAccess({ access }: Pick<Config, 'access'>): AccessConfig {
  if (access === null) throw new AppError('access-not-set-up', {});
  return access;
}

/**
 * The account that somebody means by its name, alias, twelve digits, or the environment that lives
 * in it. Errors: `unknown-account`, also for an environment that lives in several.
 */
export function needAccount({ accounts }: AccessConfig, reference: string): AccessAccount {
  const wanted = reference.trim().toLowerCase();
  const is = (name: string | null) => name?.toLowerCase() === wanted;
  const named = accounts.find(({ name, id, aliases }) => is(name) || is(id) || aliases.some(is));
  const [lives, ...others] = accounts.filter(({ environment }) => is(environment));
  const found = named ?? (others.length === 0 ? lives : undefined);
  if (found === undefined) {
    throw new AppError('unknown-account', { value: reference, known: accounts.map((a) => a.name) });
  }
  return found;
}

/** Errors: `unknown-permission-set`, naming those of the account. */
export function needSet({ name: account, sets }: AccessAccount, reference: string): LentSet {
  const wanted = reference.trim().toLowerCase();
  const found = sets.find(({ name }) => name.toLowerCase() === wanted);
  if (found === undefined) {
    const known = sets.map(({ name }) => name);
    throw new AppError('unknown-permission-set', { value: reference, account, known });
  }
  return found;
}

/** What leases in an account call it: its environment where it has one. */
export function placeName({ environment, name }: AccessAccount): string {
  return environment ?? name;
}

/** An account, as rules see it: by its name, its aliases and its environment. */
export function placeOfAccount(access: AccessConfig, account: AccessAccount): Place {
  const { name, aliases, environment, production } = account;
  return {
    name: placeName(account),
    names: [name, ...aliases, ...(environment === null ? [] : [environment])],
    production,
    maximumSeconds: access.maximumSeconds,
  };
}

/** Where Identity Center is asked. */
export function scopeOfCenter(access: AccessConfig): CloudScope {
  return cloudScope({ ...access, environment: 'identity-center' });
}
