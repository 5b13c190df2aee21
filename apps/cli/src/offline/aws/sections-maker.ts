import { resolve } from 'node:path';
import { type AccountMap, type Section, withCredentialProcess } from '@sekisho/accounts';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';
import type { MapSource } from './account-map.ts';
import { type Format, type SectionFormat, sectionFormats } from './formats.ts';

/** Makes the sections of a format, as a command line wants them. */
export type Make = (format: SectionFormat, map: AccountMap) => readonly Section[];

/** What needs no quotes, or only double ones, in the file, in a shell and in what splits like one. */
const plainPath = /^[\w./:@+~ -]+$/;

/**
 * How sections are made: with `--credential-process`, profiles of lent permission sets name `sekisho
 * aws credentials` with the file or server of the map, wherever it is run.
 * Errors: `Failure` (exit code 2) for a format that knows no such programs, or a path that cannot be
 * written down for all its readers.
 */
export function makerOf(
  host: Host,
  format: Format,
  { options, source }: { readonly options: Asked['options']; readonly source: MapSource },
): Make {
  const plain: Make = (one, map) => sectionFormats[one](map);
  if (options['credentialProcess'] !== true) return plain;
  if (format !== 'aws-config' && format !== 'aws-vault')
    throw new Failure('bad-input', say(host, 'aws-config-command-format'));
  // It is run in any folder, and must not take another's file that lies there.
  const [option, place] =
    source.kind === 'file' ? ['--config', resolve(host.cwd, source.name)] : ['--url', source.name];
  if (!plainPath.test(place))
    throw new Failure('bad-input', say(host, 'aws-config-command-path', { file: place }));
  const quoted = place.includes(' ') ? `"${place}"` : place;
  return (one, map) =>
    withCredentialProcess(
      map,
      plain(one, map),
      ({ name }) => `sekisho aws credentials --profile ${name} ${option} ${quoted}`,
    );
}
