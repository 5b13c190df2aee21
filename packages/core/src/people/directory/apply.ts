import type { Config, PersonConfig } from '@sekisho/config';
import { addSeconds } from '../../platform/clock.ts';
import { type Places, placesOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The configuration with what the directory gives: groups of those who are active, and people whom
 * the file does not name where it says so. Roles it never raises. Read too long ago it gives nothing.
 */
export function withDirectory(file: Config, snapshot: Snapshot | null, now: Date): Config {
  const { directory } = file;
  if (directory === null) return file;
  if (snapshot === null || isStale(file, snapshot, now)) {
    return { ...file, directory: { ...directory, isUnread: true } };
  }
  const { groups, added } = placesIn(file, snapshot);
  const people = [...file.people, ...added].map((person) =>
    withGroups(person, groups.get(person.id) ?? []),
  );
  return { ...file, people };
}

/**
 * The configuration without what somebody must not do who is deactivated in the directory: they may
 * only look, and are in no group. What takes away does so however long ago the directory was read.
 */
export function withoutDeactivated(
  config: Config,
  file: Config,
  snapshot: Snapshot | null,
): Config {
  const { directory } = file;
  if (directory === null || snapshot === null) return config;
  const { deactivated } = placesIn(file, snapshot);
  if (deactivated.size === 0) return config;
  const people = config.people.map((person): PersonConfig => {
    if (!deactivated.has(person.id)) return person;
    if (!directory.refusesDeactivated) return { ...person, isDeactivated: true };
    const { shadowsOnCall: _, lentGroups: __, directoryGroups: ___, ...rest } = person;
    return { ...rest, groups: [], role: 'read-only', isDeactivated: true };
  });
  return { ...config, people };
}

/** The configuration with the people of the file alone, whatever else they are given. */
export function fileOf(config: Config): Config {
  return { ...config, people: config.people.filter(({ isAdded }) => isAdded !== true) };
}

/** Whether what was read is too old to give anything. */
export function isStale(
  { directory }: Pick<Config, 'directory'>,
  { readAt }: Pick<Snapshot, 'readAt'>,
  now: Date,
): boolean {
  return directory === null || now >= addSeconds(readAt, directory.staleSeconds);
}

function withGroups(person: PersonConfig, given: readonly string[]): PersonConfig {
  const directoryGroups = given.filter((group) => !person.groups.includes(group));
  if (directoryGroups.length === 0) return person;
  return { ...person, groups: [...person.groups, ...directoryGroups], directoryGroups };
}

const kept = new WeakMap<Snapshot, { readonly file: Config; readonly places: Places }>();

/** What was found of a snapshot is kept as long as the file stays the same: every transaction asks. */
function placesIn(file: Config, snapshot: Snapshot): Places {
  const before = kept.get(snapshot);
  if (before?.file === file) return before.places;
  if (file.directory === null) throw new Error('there is no directory to find anybody in');
  const places = placesOf(file, file.directory, snapshot);
  kept.set(snapshot, { file, places });
  return places;
}
