import { type Column, type Counts, columns } from './counts.ts';
import { dayOf, type Minute, minutesPerDay, msPerMinute } from './minute.ts';

/** The minutes of one UTC day, a column of 1440 whole numbers for each thing counted. */
export interface DayBlock extends Readonly<Record<Column, Float64Array>> {
  /** Counted from 1970-01-01. */
  readonly day: number;
}

/** A day of which nothing was measured. */
export function emptyDay(day: number): DayBlock {
  const column = () => new Float64Array(minutesPerDay);
  return {
    day,
    good: column(),
    bad: column(),
    excluded: column(),
    clientErrors: column(),
    measured: column(),
  };
}

/**
 * Adds counts to a minute of the block; a negative one takes back.
 *
 * Errors: throws `RangeError`, and changes nothing, when the minute is of another day or a count
 * would become negative, broken, or too great to be exact, or more than the minute would be measured.
 */
export function addToDay(block: DayBlock, minute: Minute, delta: Partial<Counts>): void {
  if (dayOf(minute) !== block.day || !Number.isInteger(minute))
    throw new RangeError(`minute ${minute} is not of day ${block.day}`);
  const at = minute - block.day * minutesPerDay;
  const sums = columns.map((column) => (block[column][at] ?? 0) + (delta[column] ?? 0));
  for (const [index, sum] of sums.entries()) {
    const most = columns[index] === 'measured' ? msPerMinute : Number.MAX_SAFE_INTEGER;
    if (!Number.isSafeInteger(sum) || sum < 0 || sum > most)
      throw new RangeError(`${columns[index] ?? ''} of minute ${minute} would be ${sum}`);
  }
  for (const [index, column] of columns.entries()) block[column][at] = sums[index] ?? 0;
}
