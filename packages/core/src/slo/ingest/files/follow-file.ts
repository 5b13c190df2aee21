import type { House } from '../../../platform/context.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import { extendAll } from '../../minutes/index.ts';
import { noLines } from '../read-lines/lines-read.ts';
import { noteLines } from '../read-lines/store.ts';
import { beginningOf } from './beginning.ts';
import { type Added, type Counting, countAdded, countCompressed } from './count-added.ts';
import type { KnownFile } from './identify.ts';
import { type FileRow, isAtPlace, writeFile } from './store.ts';

/**
 * Counts what was added to a file, and remembers how far it was read, both or neither.
 * @param rows what is known of the source's files
 * @returns what is known of the file now; null when another process went on with it meanwhile
 * Errors: `SourceError`.
 */
export async function followFile(
  house: House,
  counting: Counting,
  known: KnownFile,
  rows: readonly FileRow[],
): Promise<FileRow | null> {
  let row = known.row;
  let place = known.place;
  for (;;) {
    const added = await addedTo(counting, { ...known, row, place }, rows);
    const next: FileRow = {
      ...{ source: counting.config.name, file: known.key, path: known.file.path },
      ...{ place: added.place, beginning: beginningAt(known, added.place) },
      seen_at: new Date(counting.now),
    };
    const before = row?.place ?? null;
    const kept = await transactAsSystem(house, async (tx) => {
      if (!(await isAtPlace(tx, next, before))) return false;
      await extendAll(tx, added.contributions);
      await noteLines(tx, counting.config.name, [added.read]);
      await writeFile(tx, next);
      return true;
    });
    if (!kept) return null;
    if (!added.more) return next;
    row = next;
    place = added.place;
  }
}

/** Whether a file was compressed to its end when it was looked at last: it has kept its size since. */
export function isSettled({ file, row }: Pick<KnownFile, 'file' | 'row'>): boolean {
  return row?.place === -file.size || row?.place === file.size;
}

async function addedTo(
  counting: Counting,
  known: KnownFile,
  rows: readonly FileRow[],
): Promise<Added> {
  const { file, place } = known;
  const nothing = { place, more: false, contributions: [], read: noLines };
  if (!known.compressed) return file.size > place ? countAdded(counting, known) : nothing;
  // A place below nothing says how long it was when it was looked at and not yet counted.
  return isSettled(known)
    ? countCompressed(counting, known, rows)
    : { ...nothing, place: -file.size };
}

function beginningAt({ beginning, compressed }: KnownFile, place: number): string {
  return beginningOf(compressed ? beginning : beginning.subarray(0, place));
}
