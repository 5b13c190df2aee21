import { existsSync } from 'node:fs';
import { type Finding, type FindingSubject, found } from '@sekisho/contract';
import { openTo } from './files.ts';

/**
 * Whether others of the machine may read the files that secrets are given in; none when none is.
 * @param mounted the folder in which engines show files to one container alone: who may enter their place outside is for the machine
 */
export function examineSecretFiles(
  files: readonly string[],
  subject: FindingSubject,
  mounted = '/run/secrets/',
): readonly Finding[] {
  const there = files.filter((path) => existsSync(path));
  const open = there.filter((path) => !path.startsWith(mounted) && openTo(path) !== null);
  if (there.length === 0) return [];
  const named = (open.length > 0 ? open : there).join(', ');
  const outcome = open.length > 0 ? 'exposed' : 'good';
  return [found('secret-files', outcome, subject, { files: named })];
}
