import type { PersonConfig } from '@sekisho/config';
import type { SnapshotUser } from './snapshot.ts';

/**
 * Tells of users who bear a name of somebody of the file, in any order of its parts and whatever stands
 * around it: `suzuki_taro@old.example.com` is like `taro.suzuki@example.com`. Who is taken for two
 * people could agree with themselves; so a namesake is a stranger until the file names them.
 */
export function likeness(people: readonly PersonConfig[]): (user: SnapshotUser) => boolean {
  const names = new Set(
    people.flatMap(({ id, email, github, name }) =>
      [id, email ?? '', github ?? '', name.en].flatMap(keysOf),
    ),
  );
  return ({ userName, email }) =>
    [userName, email ?? ''].flatMap(keysOf).some((key) => names.has(key));
}

/** A name without its domain and any `+tag`: its letters as they stand, and its parts in order. */
function keysOf(name: string): string[] {
  const parts = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/\+.*$/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  if (parts.length === 0) return [];
  return [parts.join(''), parts.toSorted().join('')];
}
