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

/** A team, as rules see it. */
export function placeOfTeam({ team, maximumSeconds }: MembershipConfig): Place {
  return { name: team, names: [team], production: false, maximumSeconds };
}
