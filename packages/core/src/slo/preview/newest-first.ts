import { basename } from 'node:path';
import type { TailedFile } from '../ports.ts';

/**
 * Log files with the newest first, by what rotation calls them: a file without a number before `.1`
 * and `.2`, a later date before an earlier one. Names that only lie beside the patterns are left out.
 */
export function newestFirst(files: readonly TailedFile[]): readonly TailedFile[] {
  return files
    .filter(({ named }) => named)
    .map((file) => {
      const name = basename(file.path);
      return { file, date: dateOf(name), number: numberOf(name) };
    })
    .toSorted(
      (a, b) => compare(b.date, a.date) || a.number - b.number || compare(b.file.path, a.file.path),
    )
    .map(({ file }) => file);
}

/** `20261004` of `access.log-2026-10-04.gz`; a file without a date is written now. */
function dateOf(name: string): string {
  const found = /(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})/.exec(name);
  return found === null ? '99999999' : found.slice(1, 4).join('');
}

function numberOf(name: string): number {
  return Number(/\.(\d{1,4})(?:\.\w+)?$/.exec(name)?.[1] ?? 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
