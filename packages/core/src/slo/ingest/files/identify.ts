import type { LogFiles, TailedFile } from '../../ports.ts';
import { beginsAs, isSameLog, readBeginning } from './beginning.ts';
import type { BegunSince } from './begun-since.ts';
import type { FileRow } from './store.ts';

/** A file, and how far it has been read. */
export interface KnownFile {
  readonly file: TailedFile;
  /** Its key in storage. */
  readonly key: string;
  /** What is stored of it; null when nothing is. */
  readonly row: FileRow | null;
  /** From where it is to be read. */
  readonly place: number;
  /** Its first bytes; none when nothing was added to it. */
  readonly beginning: Buffer;
  readonly compressed: boolean;
}

/**
 * Says which file is which: by device and inode, so that one which was renamed is the same; by its first
 * bytes, so that one which took the inode of another, or was emptied and written again, is not; and by
 * these alone, so that a copy of what is known begins where that ended.
 * @param rows what is known of the source's files, the latest last
 * @returns null for a file that is not to be read: it is empty, or an old one beside those that are named
 * Errors: `SourceError`.
 */
export async function identify(
  files: LogFiles,
  file: TailedFile,
  rows: readonly FileRow[],
  begunSince: BegunSince,
): Promise<KnownFile | null> {
  const same = rows.filter((row) => idOf(row) === file.id);
  const row = same.at(-1) ?? null;
  const nothing = { beginning: Buffer.alloc(0), compressed: false };
  const asLong = row !== null && file.size === row.place;
  if (file.size === 0) return asLong ? { file, key: row.file, row, place: 0, ...nothing } : null;
  const beginning = await readBeginning(files, file);
  // As long as it was may also be another log: emptied and written again, or of the same inode.
  if (asLong && beginsAs(beginning, row.beginning))
    return { file, key: row.file, row, place: row.place, ...nothing };
  const compressed = isCompressed(beginning);
  const first = { file, beginning, compressed };
  // A copy that is still being written is shorter than what is known of it.
  if (row !== null && beginsAs(beginning, row.beginning))
    return { ...first, key: row.file, row, place: row.place };
  const fresh = { ...first, key: `${file.id}#${same.length + 1}`, row: null };
  if (compressed) return { ...fresh, place: 0 };
  const copied = placeOfCopy(beginning, rows);
  if (copied !== undefined) return { ...fresh, place: copied };
  // What lies beside a named file matters only where it goes on with something that was being read.
  return file.named || begunSince(beginning) ? { ...fresh, place: 0 } : null;
}

/** Where a log that begins like this has been read up to; undefined when none does. */
export function placeOfCopy(beginning: Buffer, rows: readonly FileRow[]): number | undefined {
  const alike = rows.filter((row) => isSameLog(beginning, row.beginning));
  return alike.length === 0 ? undefined : Math.max(...alike.map(({ place }) => place));
}

export function idOf({ file }: FileRow): string {
  return file.slice(0, file.lastIndexOf('#'));
}

/** Sources: RFC 1952 (1f 8b), RFC 8878 (28 b5 2f fd). */
function isCompressed([a, b, c, d]: Buffer): boolean {
  return (a === 0x1f && b === 0x8b) || (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd);
}
