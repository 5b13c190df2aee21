import { type Column, type Counts, columns, countsOf } from './counts.ts';
import type { DayBlock } from './day-block.ts';
import { eachColumn, HeldDay, type StoredDay } from './held-day.ts';
import { dayOf, type Minute, minutesPerDay, type Span } from './minute.ts';
import { runningSums } from './running-sums.ts';

/** Days that one history may span: a wild time stamp must not take all memory. */
const mostDays = 36_525;

/**
 * The minutes of one SLI: sums of any window cost two subtractions, whatever its length.
 *
 * A late or corrected minute re-sums its own day, when that is next read, and shifts the days after
 * it by a number each.
 */
export class MinuteHistory {
  /** One place for each day from `firstDay` on; undefined where nothing was counted. */
  readonly #days: (HeldDay | undefined)[] = [];
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
    this.#dayFor(dayOf(minute)).add(minute, delta);
    this.#before = null;
  }

  /** Puts a stored day in the place of whatever was known of it. */
  putDay(block: DayBlock): void {
    this.#put(HeldDay.of(block));
  }

  /** The same with its bytes, which are read when a minute or a sum of it is first asked for. */
  putStored(stored: StoredDay): void {
    this.#put(HeldDay.stored(stored));
  }

  /** Lets go of what stored bytes can give again: sums of whole days stay at hand. */
  pack(): void {
    for (const day of this.#days) day?.pack();
  }

  /** How much is held: days with their minutes at hand, and bytes of stored days. */
  held(): { readonly openDays: number; readonly storedBytes: number } {
    let openDays = 0;
    let storedBytes = 0;
    for (const day of this.#days) {
      if (day?.open === true) openDays += 1;
      storedBytes += day?.storedBytes ?? 0;
    }
    return { openDays, storedBytes };
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
    const sums = day?.sums ?? null;
    return columns.map((column) => (before[column][place] ?? 0) + (sums?.[column][at] ?? 0));
  }

  #beforeDays(): Readonly<Record<Column, Float64Array>> {
    this.#before ??= eachColumn((column) =>
      runningSums(this.#days.map((day) => day?.totals[column] ?? 0)),
    );
    return this.#before;
  }

  #put(held: HeldDay): void {
    const { day } = held;
    this.#makeRoomFor(day);
    this.#days[day - this.#firstDay] = held;
    this.#before = null;
  }

  #dayFor(day: number): HeldDay {
    this.#makeRoomFor(day);
    const held = this.#days[day - this.#firstDay] ?? HeldDay.empty(day);
    this.#days[day - this.#firstDay] = held;
    return held;
  }

  #makeRoomFor(day: number): void {
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
  }
}
