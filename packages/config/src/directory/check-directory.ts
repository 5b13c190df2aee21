import type { Report } from '../problems/problem.ts';
import { secondsOf } from '../spans.ts';
import type { DirectoryDocument } from './schema.ts';

/** There is a directory to read, and what is read is not old before it is read again. */
export function checkDirectory(
  directory: DirectoryDocument | undefined,
  center: boolean,
  report: Report,
): void {
  if (directory === undefined) return;
  if (!center) report('directory-without-center', ['directory'], {});
  const { every, staleAfter } = directory;
  if (secondsOf(staleAfter) < secondsOf(every)) {
    report('stale-before-read', ['directory', 'staleAfter'], { value: staleAfter, every });
  }
}
