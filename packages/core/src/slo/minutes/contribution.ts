import {
  addToDay,
  type Counts,
  type DayBlock,
  dayOf,
  decodeDay,
  emptyDay,
  encodeDay,
  type Minute,
  minutesPerDay,
  msPerMinute,
  type Span,
} from '@sekisho/objectives/minutes';
import { type Cover, coversOfDay } from './covers.ts';

/** What was counted in one minute; how much of it was measured is said by `covers`. */
export interface CountedMinute extends Omit<Counts, 'measured'> {
  readonly minute: Minute;
}

/** What one segment of one source gave to one day of one series. */
export interface SeriesContribution {
  readonly series: string;
  readonly source: string;
  /** The part of the source: an object with its etag, a file, a day of a source that is asked. */
  readonly segment: string;
  /** UTC, counted from 1970-01-01. */
  readonly day: number;
  /** How much of the segment was read, in whatever it is measured in: more replaces less. */
  readonly extent: number;
  /** What was being watched, in minutes since 1970 (fractions are parts of one), cut to the day. */
  readonly covers: readonly Span[];
  readonly minutes: readonly CountedMinute[];
}

/** The same in the one form that is stored and compared. */
export interface StoredContribution {
  readonly extent: number;
  /** In milliseconds of the day, in order, none touching another. */
  readonly covers: readonly Cover[];
  /** Nothing of it measured: `covers` says that. */
  readonly block: DayBlock;
  readonly minutes: Uint8Array;
}

export const countedColumns = ['good', 'bad', 'excluded', 'clientErrors'] as const;

/**
 * Puts a contribution into the stored form.
 *
 * Errors: throws `RangeError` when a minute is of another day, a count is not a whole number from 0
 * to 2^53, or the extent is not a whole number.
 */
export function storedForm({
  day,
  extent,
  covers,
  minutes,
}: SeriesContribution): StoredContribution {
  if (!Number.isSafeInteger(extent)) throw new RangeError(`there is no extent ${extent}`);
  const block = emptyDay(day);
  for (const { minute, good, bad, excluded, clientErrors } of minutes)
    addToDay(block, minute, { good, bad, excluded, clientErrors });
  return { extent, covers: coversOfDay(day, covers), block, minutes: encodeDay(block) };
}

/** What `storedForm` made, read back. Errors: throws `RangeError` when the bytes are damaged. */
export function readStored(row: {
  readonly extent: number;
  readonly covers: string;
  readonly minutes: Uint8Array;
}): StoredContribution {
  const covers = JSON.parse(row.covers) as readonly Cover[];
  const { extent, minutes } = row;
  return { extent, covers, minutes, block: decodeDay(minutes) };
}

/** Whether a reading takes the place of another of its key; between two of one extent, an order that all writers agree on. */
export function replaces(one: StoredContribution, known: StoredContribution): boolean {
  if (one.extent !== known.extent) return one.extent > known.extent;
  const order = Buffer.compare(one.minutes, known.minutes);
  return order === 0 ? JSON.stringify(one.covers) > JSON.stringify(known.covers) : order > 0;
}

/** The minutes in which something was counted, in order of time. */
export function minutesOf(block: DayBlock): readonly CountedMinute[] {
  const minutes: CountedMinute[] = [];
  for (let at = 0; at < minutesPerDay; at += 1) {
    const [good = 0, bad = 0, excluded = 0, clientErrors = 0] = countedColumns.map(
      (column) => block[column][at] ?? 0,
    );
    if (good + bad + excluded + clientErrors === 0) continue;
    minutes.push({ minute: block.day * minutesPerDay + at, good, bad, excluded, clientErrors });
  }
  return minutes;
}

/** Cuts what one segment gave into one contribution for each day that it counted in or covered. */
export function contributionsByDay(
  origin: Pick<SeriesContribution, 'series' | 'source' | 'segment' | 'extent'>,
  covers: readonly Span[],
  minutes: readonly CountedMinute[],
): readonly SeriesContribution[] {
  const byDay = Map.groupBy(minutes, ({ minute }) => dayOf(minute));
  const covered = covers.flatMap(({ from, to }) => daysBetween(from, to));
  const days = [...new Set([...byDay.keys(), ...covered])].toSorted((a, b) => a - b);
  return days.map((day) => ({ ...origin, day, covers, minutes: byDay.get(day) ?? [] }));
}

function daysBetween(from: number, to: number): readonly number[] {
  const days: number[] = [];
  for (let day = dayOf(from); day * minutesPerDay < to; day += 1) days.push(day);
  return days;
}

/** What a segment gave before with more of it, which stands in its place. */
export function extended(known: StoredContribution, more: SeriesContribution): SeriesContribution {
  return {
    ...more,
    extent: Math.max(more.extent, known.extent + 1),
    covers: [...spansOf(known, more.day), ...more.covers],
    minutes: [...minutesOf(known.block), ...more.minutes],
  };
}

/** What a segment gave to a day, with what is said of a span in the place of what was; null when that is the same. */
export function reread(
  known: StoredContribution | null,
  said: SeriesContribution,
  { from, to }: Span,
): SeriesContribution | null {
  if (known === null) return saysNothing(said) ? null : said;
  const minutes = minutesOf(known.block).filter(({ minute }) => minute < from || minute >= to);
  const covers = spansOf(known, said.day).flatMap((cover) => [
    { from: cover.from, to: Math.min(cover.to, from) },
    { from: Math.max(cover.from, to), to: cover.to },
  ]);
  const extent = Math.max(said.extent, known.extent + 1);
  const next = {
    ...{ ...said, extent, minutes: [...minutes, ...said.minutes] },
    covers: [...covers.filter((cover) => cover.from < cover.to), ...said.covers],
  };
  return differs(next, known) ? next : null;
}

function saysNothing({ day, covers, minutes }: SeriesContribution): boolean {
  return minutes.length === 0 && coversOfDay(day, covers).length === 0;
}

function differs(one: SeriesContribution, known: StoredContribution): boolean {
  const { minutes, covers } = storedForm(one);
  return (
    Buffer.compare(minutes, known.minutes) !== 0 ||
    JSON.stringify(covers) !== JSON.stringify(known.covers)
  );
}

function spansOf({ covers }: StoredContribution, day: number): Span[] {
  const start = day * minutesPerDay;
  return covers.map(([from, to]) => ({
    from: start + from / msPerMinute,
    to: start + to / msPerMinute,
  }));
}
