import { createScanner, decodePieces, type Scanner } from '@sekisho/counting';
import { dayOf, minutesPerDay, msPerMinute } from '@sekisho/objectives/minutes';
import { contributionsByDay, type SeriesContribution } from '../../minutes/index.ts';
import type { LogFiles } from '../../ports.ts';
import {
  type CountedSeries,
  countedSlis,
  keptDays,
  type LogSourceConfig,
  minutesOfSeries,
  scannerOptions,
} from '../counted-series.ts';
import { type LinesRead, linesRead } from '../read-lines/lines-read.ts';
import { isSameLog, mostBytes } from './beginning.ts';
import type { KnownFile } from './identify.ts';
import { readLines } from './read-lines.ts';
import type { FileRow } from './store.ts';

/** What was added to a file, counted. */
export interface Added {
  /** Bytes of the file that are counted now. */
  readonly place: number;
  /** Whether there is more to read at once. */
  readonly more: boolean;
  readonly contributions: readonly SeriesContribution[];
  readonly read: LinesRead;
}

export interface Counting {
  readonly files: LogFiles;
  readonly config: LogSourceConfig;
  readonly wanted: readonly CountedSeries[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Bytes counted in one transaction. */
const atOnce = 32 * 1024 * 1024;

/**
 * Counts what a file has beyond its place.
 * @param most bytes after which the rest is left for the next time
 * Errors: `SourceError`.
 */
export async function countAdded(
  counting: Counting,
  known: KnownFile,
  most = atOnce,
): Promise<Added> {
  const scanners = scannersOf(counting);
  const pieces = counting.files.read(known.file, known.place);
  const { bytes, more } = await readLines(pieces, scanners, most);
  const place = known.place + bytes;
  return { place, more, ...contributionsOf(counting, known.key, scanners, place) };
}

/**
 * Counts a compressed file: all of it, but for the beginning that was counted when it was not yet
 * compressed. One that is damaged is counted as far as it reads.
 * @param rows what is known of the source's files; none to count all of it
 * Errors: `SourceError`.
 */
export async function countCompressed(
  counting: Counting,
  { file, key }: Pick<KnownFile, 'file' | 'key'>,
  rows: readonly FileRow[],
): Promise<Added> {
  const scanners = scannersOf(counting);
  const push = skipKnown(rows, file.named, (text) => {
    for (const scanner of scanners) scanner.push(text);
  });
  const open = async function* () {
    for await (const { buffer, byteOffset, byteLength } of counting.files.read(file, 0))
      yield Buffer.from(buffer, byteOffset, byteLength);
  };
  await decodePieces({ open }, push.text);
  push.end();
  return { place: file.size, more: false, ...contributionsOf(counting, key, scanners, file.size) };
}

/** Hands on text but for what a log that begins like it has been counted up to; nothing of an old log that is not named. */
function skipKnown(rows: readonly FileRow[], named: boolean, push: (text: Buffer) => void) {
  let held: Buffer | null = Buffer.alloc(0);
  let skip = 0;
  const decide = (beginning: Buffer) => {
    held = null;
    const places = rows
      .filter((row) => isSameLog(beginning, row.beginning))
      .map((row) => row.place);
    skip = places.length > 0 ? Math.max(...places) : named ? 0 : Number.POSITIVE_INFINITY;
    hand(beginning);
  };
  const hand = (text: Buffer) => {
    const skipped = Math.min(skip, text.length);
    skip -= skipped;
    if (skipped < text.length) push(text.subarray(skipped));
  };
  return {
    text(text: Buffer) {
      if (held === null) return hand(text);
      held = Buffer.concat([held, text]);
      if (held.length >= mostBytes) decide(held);
    },
    end() {
      if (held !== null) decide(held);
    },
  };
}

function scannersOf({ config, wanted }: Counting): Scanner[] {
  return countedSlis(config, wanted).map((sli) => createScanner(scannerOptions(config, sli)));
}

/** What was counted for each series; the minutes from the first line to the last are measured. */
function contributionsOf(
  { config, wanted, now }: Counting,
  segment: string,
  scanners: readonly Scanner[],
  extent: number,
): Pick<Added, 'contributions' | 'read'> {
  const kept = ({ minute }: { readonly minute: number }) =>
    minute >= (dayOf(now / msPerMinute) - keptDays) * minutesPerDay &&
    minute < now / msPerMinute + minutesPerDay;
  const counted = scanners.map((scanner) => scanner.end());
  const minutes = counted.map((each) => each.minutes.filter(kept));
  const first = minutes[0]?.[0];
  const last = minutes[0]?.at(-1);
  // The minute that is running has not been watched to its end.
  const to = Math.min((last?.minute ?? 0) + 1, Math.floor(now / msPerMinute));
  const covers = first === undefined || first.minute >= to ? [] : [{ from: first.minute, to }];
  const contributions = wanted.flatMap(({ series }, index) =>
    contributionsByDay(
      { series, source: config.name, segment, extent },
      covers,
      minutesOfSeries(minutes, index, wanted),
    ),
  );
  return { contributions, read: linesRead(counted) };
}
