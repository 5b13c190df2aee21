import { sqlOf, type Tx } from '../../../platform/context.ts';

/** A file as it was when it was last looked at. */
export interface FileRow {
  source: string;
  /** Its id and, since ids are used again, the how manieth of that id. */
  file: string;
  path: string;
  /** Bytes that are counted; of a compressed file all of it or none. */
  place: number;
  /** What its first bytes were: see `beginning.ts`. */
  beginning: string;
  seen_at: Date;
}

interface Tables {
  slo_files: FileRow;
}

export async function fileRows(tx: Tx, source: string): Promise<FileRow[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_files')
    .selectAll()
    .where('source', '=', source)
    .orderBy('seen_at')
    .orderBy('file')
    .execute();
}

/** Whether a file has been counted up to exactly this place, locking it; one that is not known has no place. */
export async function isAtPlace(
  tx: Tx,
  { source, file }: Pick<FileRow, 'source' | 'file'>,
  place: number | null,
): Promise<boolean> {
  const row = await sqlOf<Tables>(tx)
    .selectFrom('slo_files')
    .select('place')
    .where('source', '=', source)
    .where('file', '=', file)
    .forUpdate()
    .executeTakeFirst();
  return (row?.place ?? null) === place;
}

export async function writeFile(tx: Tx, row: FileRow): Promise<void> {
  const { path, place, beginning, seen_at } = row;
  await sqlOf<Tables>(tx)
    .insertInto('slo_files')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['source', 'file']).doUpdateSet({ path, place, beginning, seen_at }),
    )
    .execute();
}

/** Files were seen, and nothing was added to them. @param now milliseconds since 1970 */
export async function touchFiles(
  tx: Tx,
  { config, now }: { readonly config: { readonly name: string }; readonly now: number },
  files: readonly string[],
): Promise<void> {
  if (files.length === 0) return;
  await sqlOf<Tables>(tx)
    .updateTable('slo_files')
    .set({ seen_at: new Date(now) })
    .where('source', '=', config.name)
    .where('file', 'in', [...files])
    .execute();
}

/** Forgets files that nobody has seen since a time. */
export async function forgetFilesBefore(tx: Tx, before: Date): Promise<void> {
  await sqlOf<Tables>(tx).deleteFrom('slo_files').where('seen_at', '<', before).execute();
}
