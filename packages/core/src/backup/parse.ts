import { createHash } from 'node:crypto';
import {
  BackupError,
  type BackupHeader,
  type BackupRow,
  type BackupTable,
  type BackupTrailer,
  backupFormat,
} from './format.ts';

export type BackupPart =
  | { readonly is: 'header'; readonly header: BackupHeader }
  | { readonly is: 'table'; readonly table: BackupTable }
  | { readonly is: 'row'; readonly row: BackupRow };

/** Far longer than any line of ours, and short enough for any machine. */
const longestLine = 256 * 1024 * 1024;

/**
 * Reads a backup's parts from its bytes, and holds back the end until the trailer has proven it whole.
 * Errors: `BackupError` `not-a-backup`, `other-format`, `damaged`, `cut-short`.
 */
export async function* parseBackup(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BackupPart> {
  const digest = createHash('sha256');
  const counts: Record<string, number> = {};
  let table: string | null = null;
  let first = true;
  let ended = false;
  for await (const line of linesOf(bytes)) {
    if (ended) throw new BackupError('damaged', 'something stands after its end');
    const value = valueOf(line, first);
    if (first) yield { is: 'header', header: headerIn(value) };
    else if (Array.isArray(value)) {
      if (table === null) throw new BackupError('damaged', 'a row stands in no table');
      counts[table] = (counts[table] ?? 0) + 1;
      yield { is: 'row', row: value as BackupRow };
    } else if (isTrailer(value)) {
      if (value.sha256 !== digest.digest('hex')) throw new BackupError('damaged', 'digest');
      if (!sameCounts(value.rows, counts)) throw new BackupError('damaged', 'count of rows');
      ended = true;
      continue;
    } else {
      const found = tableIn(value);
      table = found.table;
      counts[table] = 0;
      yield { is: 'table', table: found };
    }
    first = false;
    digest.update(line).update('\n');
  }
  if (first) throw new BackupError('not-a-backup');
  if (!ended) throw new BackupError('cut-short');
}

/** Lines without their ends; what is after the last end is no line. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...parts, chunk.subarray(from, end)]);
      parts = [];
      held = 0;
      from = end + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
    held += chunk.length - from;
    if (held > longestLine) throw new BackupError('not-a-backup');
  }
  if (held > 0) throw new BackupError('cut-short');
}

function valueOf(line: Buffer, first: boolean): unknown {
  try {
    return JSON.parse(line.toString('utf8')) as unknown;
  } catch (cause) {
    throw new BackupError(first ? 'not-a-backup' : 'damaged', '', cause);
  }
}

function headerIn(value: unknown): BackupHeader {
  const header = (value ?? {}) as Partial<BackupHeader>;
  if (header.sekisho !== 'backup') throw new BackupError('not-a-backup');
  if (header.format !== backupFormat) throw new BackupError('other-format', String(header.format));
  if (!Array.isArray(header.migrations) || Number.isNaN(Date.parse(header.takenAt ?? '')))
    throw new BackupError('damaged', 'header');
  return header as BackupHeader;
}

function isTrailer(value: unknown): value is BackupTrailer {
  return typeof value === 'object' && value !== null && 'end' in value && 'rows' in value;
}

function tableIn(value: unknown): BackupTable {
  const { table, columns, sequences } = (value ?? {}) as Partial<BackupTable>;
  if (typeof table === 'string' && Array.isArray(columns) && Array.isArray(sequences))
    return { table, columns, sequences };
  throw new BackupError('damaged', 'a table');
}

function sameCounts(told: BackupTrailer['rows'], counted: BackupTrailer['rows']): boolean {
  const names = new Set([...Object.keys(told), ...Object.keys(counted)]);
  return [...names].every((name) => told[name] === counted[name]);
}
