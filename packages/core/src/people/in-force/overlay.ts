import type { Config, MembershipConfig, PersonConfig } from '@sekisho/config';
import type { Snapshot } from '../directory/snapshot.ts';
import type { MembershipInForce } from './store.ts';

/** What the database adds to the roster of the file. */
export interface RosterFacts {
  readonly memberships: readonly MembershipInForce[];
  /** Null where none is taken over, or none was read yet. */
  readonly directory: Snapshot | null;
}

/**
 * The configuration with the roster in force: everybody of the file, with the groups and the role of
 * memberships that are not over at `now` and whose team the file still names so. What was approved
 * and what the file says must agree: of two roles the weaker holds. A role is only ever raised, never
 * to admin, and of somebody who may only read only where the team makes them a member.
 */
export function overlay(
  config: Config,
  { memberships }: Pick<RosterFacts, 'memberships'>,
  now: Date,
): Config {
  const given = Map.groupBy(
    memberships.flatMap((membership) => inForce(config.memberships, membership, now)),
    ({ person }) => person,
  );
  if (given.size === 0) return config;
  const people = config.people.map((person) => withGiven(person, given.get(person.id) ?? []));
  return { ...config, people };
}

function inForce(
  teams: readonly MembershipConfig[],
  membership: MembershipInForce,
  now: Date,
): MembershipInForce[] {
  const team = teams.find(({ team: name }) => name === membership.team);
  if (team === undefined || team.group !== membership.group || membership.until <= now) return [];
  const role = weaker(team.role, membership.role);
  return [{ ...membership, role, shadows: membership.shadows && team.shadowsOnCall }];
}

type GivenRole = MembershipInForce['role'];

function weaker(one: GivenRole, other: GivenRole): GivenRole {
  if (one === null || other === null) return null;
  return one === 'sre' ? other : one;
}

function withGiven(person: PersonConfig, given: readonly MembershipInForce[]): PersonConfig {
  if (given.length === 0) return person;
  const lentGroups = [...new Set(given.map(({ group }) => group))].filter(
    (group) => !person.groups.includes(group),
  );
  const groups = [...person.groups, ...lentGroups];
  const role = given.reduce((had, membership) => raised(had, membership.role), person.role);
  const shadowsOnCall = given.some(({ shadows }) => shadows);
  return { ...person, groups, lentGroups, role, shadowsOnCall };
}

function raised(had: PersonConfig['role'], given: GivenRole): PersonConfig['role'] {
  if (had === 'read-only') return given === 'member' ? 'member' : had;
  return had === 'member' && given === 'sre' ? 'sre' : had;
}
