import type { MinuteCounts } from '../scan/minute-tally.ts';

/** What the rows of a compiled statement say together. */
export interface SqlCounts {
  /** In the order of time. */
  readonly minutes: readonly MinuteCounts[];
  readonly unparsed: number;
}

const minuteText = /^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/;

/**
 * Reads the rows that an engine answered: numbers as numbers or as their digits, for engines write
 * those of 64 bits as text.
 * Errors: throws `RangeError` when a row is none.
 */
export function countsOfRows(rows: Iterable<Readonly<Record<string, unknown>>>): SqlCounts {
  const minutes: MinuteCounts[] = [];
  let unparsed = 0;
  for (const row of rows) {
    unparsed += countOf(row, 'unparsed');
    if (row.minute === null || row.minute === undefined) continue;
    const [good, bad, excluded] = [
      countOf(row, 'good'),
      countOf(row, 'bad'),
      countOf(row, 'excluded'),
    ];
    minutes.push({ minute: minuteOf(row.minute), good, bad, excluded });
  }
  return { minutes: minutes.toSorted((a, b) => a.minute - b.minute), unparsed };
}

function countOf(row: Readonly<Record<string, unknown>>, name: string): number {
  const value = row[name];
  const count = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return count;
  throw new RangeError(`${name} is no count`);
}

/** Minutes since 1970-01-01T00:00Z. */
function minuteOf(value: unknown): number {
  const ms = typeof value === 'string' && minuteText.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError('minute is no minute');
  return ms / 60_000;
}
