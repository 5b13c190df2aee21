import { type Column, type Counts, columns } from './counts.ts';
import { addToDay, type DayBlock, emptyDay } from './day-block.ts';
import { decodeDay } from './encode-day.ts';
import type { Minute } from './minute.ts';
import { runningSums } from './running-sums.ts';

/** A day as a store keeps it: `encodeDay`'s bytes. */
export interface StoredDay {
  /** Counted from 1970-01-01. */
  readonly day: number;
  readonly bytes: Uint8Array;
}

/**
 * One day of a history: its minutes and their sums, each made when it is first asked for.
 *
 * A day that came from a store may be packed again, to a tenth of its size: of most days only the
 * whole is ever asked for.
 */
export class HeldDay {
  readonly day: number;
  #block: DayBlock | null;
  #stored: Uint8Array | null;
  /** Per column, the sum of the minutes before each of the day's; 1441 long. */
  #sums: Readonly<Record<Column, Float64Array>> | null = null;
  #totals: Readonly<Record<Column, number>> | null = null;

  private constructor(day: number, block: DayBlock | null, stored: Uint8Array | null) {
    this.day = day;
    this.#block = block;
    this.#stored = stored;
  }

  static of(block: DayBlock): HeldDay {
    return new HeldDay(block.day, block, null);
  }

  static empty(day: number): HeldDay {
    return HeldDay.of(emptyDay(day));
  }

  static stored({ day, bytes }: StoredDay): HeldDay {
    return new HeldDay(day, null, bytes);
  }

  /** Whether its minutes are at hand. */
  get open(): boolean {
    return this.#block !== null;
  }

  /** Its minutes. Errors: throws `RangeError` when its stored bytes are damaged, or of another day. */
  get block(): DayBlock {
    if (this.#block !== null) return this.#block;
    if (this.#stored === null) throw new Error(`day ${this.day} has neither minutes nor bytes`);
    const block = decodeDay(this.#stored);
    if (block.day !== this.day)
      throw new RangeError(`the bytes of day ${this.day} are of day ${block.day}`);
    this.#block = block;
    return block;
  }

  get sums(): Readonly<Record<Column, Float64Array>> {
    this.#sums ??= eachColumn((column) => runningSums(this.block[column]));
    return this.#sums;
  }

  get totals(): Readonly<Record<Column, number>> {
    this.#totals ??= eachColumn((column) => totalOf(this.block[column]));
    return this.#totals;
  }

  /** Adds to a minute. Errors: as `addToDay`. */
  add(minute: Minute, delta: Partial<Counts>): void {
    addToDay(this.block, minute, delta);
    this.#stored = null;
    this.#sums = null;
    this.#totals = null;
  }

  /** Lets go of what its stored bytes can give again. */
  pack(): void {
    if (this.#stored === null) return;
    this.#block = null;
    this.#sums = null;
  }

  /** Bytes of the store that it holds. */
  get storedBytes(): number {
    return this.#stored?.length ?? 0;
  }
}

function totalOf(counts: Float64Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

export function eachColumn<Value>(
  make: (column: Column) => Value,
): Readonly<Record<Column, Value>> {
  return Object.fromEntries(columns.map((column) => [column, make(column)])) as Record<
    Column,
    Value
  >;
}
