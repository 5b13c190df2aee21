import type { Config, PersonConfig } from '@sekisho/config';
import type { Side } from '@sekisho/contract';
import { isTrustedBy, personOf } from '../../people/index.ts';

/** Who the SREs are. */
const sreSelectors = ['role:sre', 'role:admin'] as const;

/** Selectors of those who may agree for a service; an admin where nobody is named. */
export function ownersOf(config: Config, service: string): readonly string[] {
  const named = config.services[service]?.owners ?? [];
  return named.length === 0 ? ['role:admin'] : named;
}

export function selectorsOf(config: Config, service: string, side: Side): readonly string[] {
  return side === 'owner' ? ownersOf(config, service) : sreSelectors;
}

/** For whom a person may agree now: never for anyone when they may only read. */
export function sidesOf(
  config: Config,
  service: string,
  person: PersonConfig | undefined,
  now: Date,
): readonly Side[] {
  if (person === undefined || person.role === 'read-only') return [];
  return (['owner', 'sre'] as const).filter((side) =>
    isTrustedBy(config, person, selectorsOf(config, service, side), now),
  );
}

/** Somebody who agreed, and for whom that can be counted now. */
export interface Giver {
  readonly who: string;
  readonly sides: readonly Side[];
}

/** Those who agreed and may still do so, in order: whoever left the roster or the team counts no more. */
export function giversOf(
  config: Config,
  service: string,
  people: readonly string[],
  now: Date,
): readonly Giver[] {
  return people
    .map((who) => ({ who, sides: sidesOf(config, service, personOf(config, who), now) }))
    .filter(({ sides }) => sides.length > 0);
}

/** Two people, one for each side; null while there are no such two. The first who agreed come first. */
export function pairOf(givers: readonly Giver[]): Readonly<Record<Side, string>> | null {
  for (const owner of givers.filter(({ sides }) => sides.includes('owner'))) {
    const sre = givers.find(({ who, sides }) => who !== owner.who && sides.includes('sre'));
    if (sre !== undefined) return { owner: owner.who, sre: sre.who };
  }
  return null;
}

/** Ids of those of the roster who could agree for one of the sides now. */
export function peopleFor(
  config: Config,
  service: string,
  sides: readonly Side[],
  now: Date,
): readonly string[] {
  return config.people
    .filter((person) => sidesOf(config, service, person, now).some((side) => sides.includes(side)))
    .map(({ id }) => id);
}
