import type { Config, MembershipConfig } from '@sekisho/config';
import { AppError } from '../platform/app-error.ts';
import type { Place } from '../policy/index.ts';

/** The team that somebody means by its key, or by what it is called. Errors: `unknown-team`. */
export function needTeam({ memberships }: Config, reference: string): MembershipConfig {
  const wanted = reference.trim().toLowerCase();
  const is = (name: string) => name.toLowerCase() === wanted;
  const found =
    memberships.find(({ team }) => is(team)) ??
    memberships.find(({ name }) => is(name.en) || is(name.ja));
  if (found === undefined) {
    throw new AppError('unknown-team', {
      value: reference,
      known: memberships.map(({ team }) => team),
    });
  }
  return found;
}

/** A team, as rules see it: production where anything of what its members are lent is. */
export function placeOfTeam(
  { access }: Pick<Config, 'access'>,
  { team, maximumSeconds, permissionSets }: MembershipConfig,
): Place {
  const accounts = new Map(access?.accounts.map((account) => [account.name, account]));
  const production = permissionSets.some(
    ({ account }) => accounts.get(account)?.production ?? true,
  );
  return { name: team, names: [team], production, maximumSeconds };
}
