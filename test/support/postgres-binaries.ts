import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const debian = '/usr/lib/postgresql';

/**
 * The folder of PostgreSQL's server programs: the newest of Debian's, else where PATH finds them.
 *
 * Errors: when there is none, with what to install.
 */
export function findPostgres(): string {
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = versions.map((version) => join(debian, version, 'bin'));
  const path = (process.env.PATH ?? '').split(delimiter);
  const found = [...folders, ...path].find((folder) => existsSync(join(folder, 'initdb')));
  if (found === undefined) {
    throw new Error('PostgreSQL is not installed (Debian: apt-get install postgresql).');
  }
  return found;
}
