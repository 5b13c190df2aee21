import { type Column, type Counts, columns, countsOf } from './counts.ts';
import { addToDay, type DayBlock, emptyDay } from './day-block.ts';
import { dayOf, type Minute, minutesPerDay, type Span } from './minute.ts';
import { runningSums } from './running-sums.ts';

/** Days that one history may span: a wild time stamp must not take all memory. */
const mostDays = 36_525;

interface SummedDay {
  readonly block: DayBlock;
  /** Per column, the sum of the minutes before each of the day's; 1441 long. Null: to be summed anew. */
  sums: Readonly<Record<Column, Float64Array>> | null;
  /** Per column, the sum of the whole day. Null: to be summed anew. */
  totals: Readonly<Record<Column, number>> | null;
}

/**
 * The minutes of one SLI: sums of any window cost two subtractions, whatever its length.
 *
 * A late or corrected minute re-sums its own day, when that is next read, and shifts the days after
 * it by a number each.
 */
export class MinuteHistory {
  /** One place for each day from `firstDay` on; undefined where nothing was counted. */
  readonly #days: (SummedDay | undefined)[] = [];
  #firstDay = 0;
  #before: Readonly<Record<Column, Float64Array>> | null = null;

  /** The minutes from the first day counted to the last one, whole days; null when there are none. */
  span(): Span | null {
    if (this.#days.length === 0) return null;
    const from = this.#firstDay * minutesPerDay;
    return { from, to: from + this.#days.length * minutesPerDay };
  }

  /** Adds to a minute, however late it comes. Errors: as `addToDay`. */
  add(minute: Minute, delta: Partial<Counts>): void {
    const day = this.#dayFor(dayOf(minute));
    addToDay(day.block, minute, delta);
    day.sums = null;
    day.totals = null;
    this.#before = null;
  }

  /** Puts a stored day in the place of whatever was known of it. */
  putDay(block: DayBlock): void {
    this.#dayFor(block.day);
    this.#days[block.day - this.#firstDay] = { block, sums: null, totals: null };
    this.#before = null;
  }

  /** The block that holds a day, to be read only; undefined where nothing was counted. */
  day(day: number): DayBlock | undefined {
    return this.#days[day - this.#firstDay]?.block;
  }

  /** The sums over a span; what lies outside the history was not measured and counts nothing. */
  sum({ from, to }: Span): Counts {
    if (to <= from) return countsOf({});
    const start = this.#until(from);
    const end = this.#until(to);
    const sums = columns.map((column, index) => [column, (end[index] ?? 0) - (start[index] ?? 0)]);
    return countsOf(Object.fromEntries(sums) as Partial<Counts>);
  }

  #until(minute: Minute): readonly number[] {
    const before = this.#beforeDays();
    const last = this.#days.length;
    const offset = dayOf(minute) - this.#firstDay;
    const place = Math.min(Math.max(offset, 0), last);
    const day = offset === place ? this.#days[place] : undefined;
    const at = minute - dayOf(minute) * minutesPerDay;
    const sums = day === undefined ? null : sumsOf(day);
    return columns.map((column) => (before[column][place] ?? 0) + (sums?.[column][at] ?? 0));
  }

  #beforeDays(): Readonly<Record<Column, Float64Array>> {
    this.#before ??= eachColumn((column) =>
      runningSums(this.#days.map((day) => (day === undefined ? 0 : totalOf(day, column)))),
    );
    return this.#before;
  }

  #dayFor(day: number): SummedDay {
    if (!Number.isSafeInteger(day)) throw new RangeError(`there is no day ${day}`);
    if (this.#days.length === 0) this.#firstDay = day;
    const first = Math.min(this.#firstDay, day);
    const last = Math.max(this.#firstDay + this.#days.length - 1, day);
    if (last - first >= mostDays)
      throw new RangeError(`the minutes span more than ${mostDays} days`);
    while (this.#firstDay > day) {
      this.#days.unshift(undefined);
      this.#firstDay -= 1;
    }
    while (this.#days.length <= day - first) this.#days.push(undefined);
    const held = this.#days[day - first] ?? { block: emptyDay(day), sums: null, totals: null };
    this.#days[day - first] = held;
    return held;
  }
}

/** Of most days only the whole is ever asked for: sums by minute would double what they take. */
function totalOf(day: SummedDay, column: Column): number {
  day.totals ??= eachColumn((each) => {
    let total = 0;
    for (const count of day.block[each]) total += count;
    return total;
  });
  return day.totals[column];
}

function sumsOf(day: SummedDay): Readonly<Record<Column, Float64Array>> {
  day.sums ??= eachColumn((column) => runningSums(day.block[column]));
  return day.sums;
}

function eachColumn<Value>(make: (column: Column) => Value): Readonly<Record<Column, Value>> {
  return Object.fromEntries(columns.map((column) => [column, make(column)])) as Record<
    Column,
    Value
  >;
}
