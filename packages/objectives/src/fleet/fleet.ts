import { type Ledger, type LedgerSums, sumLedger } from '../budget/index.ts';
import type { Minute, Span } from '../minutes/index.ts';
import { fields, readCells, wholeMinute } from './cells.ts';

export interface FleetOptions {
  /** How many SLOs, numbered from 0. */
  readonly slos: number;
  /** Lengths of the windows to be summed, in minutes. */
  readonly windows: readonly number[];
  /** Minutes kept for each SLO: windows no longer than this need nothing from storage. */
  readonly recent: number;
  /** Minutes of the past loaded at a time for a longer window, at the end where they leave it. */
  readonly chunk: number;
  /** The end of the last whole minute. */
  readonly now: Minute;
}

/** A piece of an SLO's past that must be loaded before the next minute. */
export interface Wanted extends Span {
  readonly slo: number;
  readonly window: number;
}

const width = fields.length;

/**
 * The running sums of many SLOs, for windows that end now: a minute costs each window one addition
 * and one subtraction, and memory does not grow with the windows.
 *
 * Of a long window only the minutes about to leave it are held, loaded from storage an hour or so at a
 * time, a few SLOs each minute. Cells are single minutes.
 */
export class Fleet {
  readonly options: FleetOptions;
  readonly #sums: Float64Array;
  readonly #recent: Float64Array;
  readonly #long: readonly number[];
  readonly #chunks: Float64Array;
  readonly #chunkFrom: Float64Array;
  readonly #chunkTo: Float64Array;
  #now: Minute;

  constructor(options: FleetOptions) {
    const { slos, windows, recent, chunk, now } = options;
    if (chunk < 1 || chunk > recent) throw new RangeError('a chunk is from 1 to `recent` minutes');
    this.options = options;
    this.#now = now;
    this.#long = windows.map((_, index) => index).filter((index) => (windows[index] ?? 0) > recent);
    this.#sums = new Float64Array(slos * windows.length * width);
    this.#recent = new Float64Array(slos * (recent + 1) * width);
    this.#chunks = new Float64Array(slos * this.#long.length * chunk * width);
    this.#chunkFrom = new Float64Array(slos * this.#long.length);
    this.#chunkTo = new Float64Array(slos * this.#long.length);
  }

  get now(): Minute {
    return this.#now;
  }

  /**
   * Takes in all that is known of an SLO. SLOs are given first chunks of different lengths, so that
   * later not all of them ask for the next one at once.
   */
  seed(slo: number, ledger: Ledger): void {
    const { windows, recent, chunk } = this.options;
    for (const [window, length] of windows.entries()) {
      const sums = sumLedger(ledger, { from: this.#now - length, to: this.#now });
      for (const [field, name] of fields.entries())
        this.#sums[this.#sumAt(slo, window) + field] = sums[name];
    }
    for (let minute = this.#now - recent; minute < this.#now; minute += 1)
      readCells(ledger, minute, this.#recent, this.#recentAt(slo, minute));
    for (const window of this.#long) {
      const from = this.#now - (windows[window] ?? 0);
      this.load({ slo, window, from, to: from + 1 + ((slo * 37) % chunk) }, ledger);
    }
  }

  /** The pieces of the past without which the next minute cannot be taken. */
  wanted(): readonly Wanted[] {
    const { slos, windows, chunk } = this.options;
    const wanted: Wanted[] = [];
    for (let slo = 0; slo < slos; slo += 1) {
      for (const [place, window] of this.#long.entries()) {
        const from = this.#now - (windows[window] ?? 0);
        if ((this.#chunkTo[slo * this.#long.length + place] ?? 0) <= from)
          wanted.push({ slo, window, from, to: from + chunk });
      }
    }
    return wanted;
  }

  /** Answers something wanted. */
  load({ slo, window, from, to }: Wanted, ledger: Ledger): void {
    const place = slo * this.#long.length + this.#long.indexOf(window);
    this.#chunkFrom[place] = from;
    this.#chunkTo[place] = to;
    for (let minute = from; minute < to; minute += 1)
      readCells(ledger, minute, this.#chunks, (place * this.options.chunk + minute - from) * width);
  }

  /**
   * Lets one minute pass: what leaves each window is taken out, and the new minute is expected but not
   * measured until something is added to it. Errors: throws `RangeError` when a wanted piece is missing.
   */
  advance(): void {
    const { slos, windows, recent } = this.options;
    if (this.wanted().length > 0) throw new RangeError('pieces of the past are wanted first');
    for (let slo = 0; slo < slos; slo += 1) {
      let long = slo * this.#long.length;
      for (let window = 0; window < windows.length; window += 1) {
        const length = windows[window] ?? 0;
        const leaving = this.#now - length;
        const fromChunk = length > recent;
        const source = fromChunk ? this.#chunks : this.#recent;
        const at = fromChunk ? this.#chunkAt(long, leaving) : this.#recentAt(slo, leaving);
        if (fromChunk) long += 1;
        const sum = this.#sumAt(slo, window);
        for (let field = 0; field < width; field += 1)
          this.#sums[sum + field] =
            (this.#sums[sum + field] ?? 0) - (source[at + field] ?? 0) + (wholeMinute[field] ?? 0);
      }
      this.#recent.set(wholeMinute, this.#recentAt(slo, this.#now));
    }
    this.#now += 1;
  }

  /**
   * Adds to a minute, the last one or a late or corrected one: only the windows that it lies in change.
   *
   * What is older than `recent` must be in storage before, for it is read from there when it leaves.
   */
  add(slo: number, minute: Minute, delta: Partial<LedgerSums>): void {
    const { windows, recent, chunk } = this.options;
    if (minute >= this.#now) throw new RangeError(`minute ${minute} is not over`);
    for (let field = 0; field < width; field += 1) {
      const change = delta[fields[field] ?? 'total'] ?? 0;
      if (change === 0) continue;
      for (let window = 0; window < windows.length; window += 1)
        if (minute >= this.#now - (windows[window] ?? 0))
          this.#change(this.#sums, this.#sumAt(slo, window) + field, change);
      if (minute >= this.#now - recent)
        this.#change(this.#recent, this.#recentAt(slo, minute) + field, change);
      for (let place = slo * this.#long.length; place < (slo + 1) * this.#long.length; place += 1)
        if (
          minute >= (this.#chunkFrom[place] ?? 0) &&
          minute < (this.#chunkTo[place] ?? 0) &&
          chunk > 0
        )
          this.#change(this.#chunks, this.#chunkAt(place, minute) + field, change);
    }
  }

  /** What a window holds now; `field` as in `fields`. */
  sum(slo: number, window: number, field: number): number {
    return this.#sums[this.#sumAt(slo, window) + field] ?? 0;
  }

  #change(values: Float64Array, at: number, change: number): void {
    values[at] = (values[at] ?? 0) + change;
  }

  #sumAt(slo: number, window: number): number {
    return (slo * this.options.windows.length + window) * width;
  }

  #recentAt(slo: number, minute: Minute): number {
    const ring = this.options.recent + 1;
    return (slo * ring + (minute % ring)) * width;
  }

  #chunkAt(place: number, minute: Minute): number {
    return (place * this.options.chunk + minute - (this.#chunkFrom[place] ?? 0)) * width;
  }
}
