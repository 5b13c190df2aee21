import { columns } from './counts.ts';
import { type DayBlock, emptyDay } from './day-block.ts';
import { minutesPerDay, msPerMinute } from './minute.ts';
import { ByteReader, ByteWriter } from './varint.ts';

const version = 1;

/**
 * A day as bytes for storage: a version, the day, and each column as runs of equal differences.
 *
 * A run is how often the difference to the minute before stays the same, and that difference;
 * an idle, absent or steadily measured day takes some tens of bytes. A sum over all bytes ends it.
 */
export function encodeDay(block: DayBlock): Uint8Array {
  const writer = new ByteWriter();
  writer.byte(version);
  writer.signed(block.day);
  for (const column of columns) writeColumn(writer, block[column]);
  return writer.sealed();
}

function writeColumn(writer: ByteWriter, values: Float64Array): void {
  let before = 0;
  let start = 0;
  while (start < minutesPerDay) {
    const difference = (values[start] ?? 0) - before;
    let end = start;
    while (end < minutesPerDay && (values[end] ?? 0) - before === difference) {
      before = values[end] ?? 0;
      end += 1;
    }
    writer.run(end - start, difference);
    start = end;
  }
}

/**
 * The day that `encodeDay` made these bytes of.
 *
 * Errors: throws `RangeError` on bytes that are cut, damaged, too long or of another version.
 */
export function decodeDay(bytes: Uint8Array): DayBlock {
  const reader = ByteReader.opened(bytes);
  const found = reader.byte();
  if (found !== version) throw new RangeError(`a stored day is of version ${found}`);
  const block = emptyDay(reader.signed());
  for (const column of columns)
    readColumn(
      reader,
      block[column],
      column === 'measured' ? msPerMinute : Number.MAX_SAFE_INTEGER,
    );
  if (!reader.atEnd()) throw new RangeError('a stored day is too long');
  return block;
}

function readColumn(reader: ByteReader, values: Float64Array, most: number): void {
  let before = 0;
  let at = 0;
  while (at < minutesPerDay) {
    const { length, difference } = reader.run();
    if (length > minutesPerDay - at) throw new RangeError('a stored day has too many minutes');
    for (const end = at + length; at < end; at += 1) {
      before += difference;
      if (!(before >= 0 && before <= most)) throw new RangeError('a stored count cannot be');
      values[at] = before;
    }
  }
}
