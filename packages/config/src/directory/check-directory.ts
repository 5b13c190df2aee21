import type { Report } from '../problems/problem.ts';
import { secondsOf } from '../spans.ts';
import type { DirectoryDocument } from './schema.ts';

/**
 * There is a directory to read, what is read is not old before it is read again, and nobody whom it
 * could add is somebody of the file whom it cannot recognize.
 */
export function checkDirectory(
  directory: DirectoryDocument | undefined,
  {
    center,
    people,
  }: {
    readonly center: boolean;
    readonly people: readonly { readonly id: string; readonly email?: string | undefined }[];
  },
  report: Report,
): void {
  if (directory === undefined) return;
  if (!center) report('directory-without-center', ['directory'], {});
  if (directory.people === 'add') {
    for (const [index, { id, email }] of people.entries()) {
      if (email === undefined) report('person-without-email', ['people', index], { id });
    }
  }
  const { every, staleAfter } = directory;
  if (secondsOf(staleAfter) < secondsOf(every)) {
    report('stale-before-read', ['directory', 'staleAfter'], { value: staleAfter, every });
  }
}
