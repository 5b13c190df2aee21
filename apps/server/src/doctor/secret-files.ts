import { existsSync } from 'node:fs';
import { type Finding, type FindingSubject, found } from '@sekisho/contract';
import { secretFilesIn } from '../secret-files.ts';
import { openTo } from './files.ts';

/** Whether others of the machine may read the files that secrets are given in; none when none is. */
export function examineSecretFiles(
  env: Readonly<Record<string, string | undefined>>,
  subject: FindingSubject,
): readonly Finding[] {
  const there = secretFilesIn(env).filter((path) => existsSync(path));
  const open = there.filter((path) => openTo(path) !== null);
  if (there.length === 0) return [];
  const files = (open.length > 0 ? open : there).join(', ');
  return [found('secret-files', open.length > 0 ? 'exposed' : 'good', subject, { files })];
}
