import {
  type MeasuredMinute,
  type Minute,
  minuteOf,
  msPerMinute,
  type Span,
} from '@sekisho/core/sources';

interface Cell {
  good: number;
  bad: number;
  clientErrors: number;
  /** Milliseconds, over all targets, that should have been measured, and that were. */
  expected: number;
  covered: number;
  /** Milliseconds in which at least one target was seen. */
  seen: number;
}

export interface Piece {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly good: number;
  readonly bad: number;
  /** Of good and bad, those that are their client's own errors. */
  readonly clientErrors: number;
}

/** Lays pieces of time with what happened in them over minutes. */
export class MinuteSums {
  readonly #cells = new Map<Minute, Cell>();
  readonly #span: Span;
  readonly #scrape: number;
  #seenUntil = Number.NEGATIVE_INFINITY;

  /** @param scrape milliseconds between two scrapes when none is missed */
  constructor(span: Span, scrape: number) {
    this.#span = span;
    this.#scrape = scrape;
  }

  /**
   * Adds pieces, once, in order of their beginnings. What happened in a piece that reaches over a
   * minute's end is divided in proportion, in whole events, of which none is lost. Of a piece much
   * longer than the time between scrapes, that time counts as measured.
   */
  add(pieces: readonly Piece[]): void {
    for (const piece of pieces) this.#addPiece(piece);
  }

  #addPiece({ from, to, good, bad, clientErrors }: Piece): void {
    const length = to - from;
    const until = (events: number, end: number) => Math.floor(events * ((end - from) / length));
    const clientsUntil = (end: number) =>
      shareOf(clientErrors, until(good, end) + until(bad, end), good + bad);
    const share = length <= this.#scrape * 1.5 ? 1 : this.#scrape / length;
    for (let minute = minuteOf(from); minute * msPerMinute < to; minute += 1) {
      const begin = Math.max(from, minute * msPerMinute);
      const end = Math.min(to, (minute + 1) * msPerMinute);
      const cell = this.#cell(minute);
      if (cell !== null) {
        cell.good += until(good, end) - until(good, begin);
        cell.bad += until(bad, end) - until(bad, begin);
        cell.clientErrors += clientsUntil(end) - clientsUntil(begin);
        cell.expected += end - begin;
        cell.covered += (end - begin) * share;
        cell.seen += Math.max(0, end - Math.max(begin, this.#seenUntil));
      }
      this.#seenUntil = Math.max(this.#seenUntil, end);
    }
  }

  #cell(minute: Minute): Cell | null {
    if (minute < this.#span.from || minute >= this.#span.to) return null;
    const held = this.#cells.get(minute);
    if (held !== undefined) return held;
    const cell: Cell = { good: 0, bad: 0, clientErrors: 0, expected: 0, covered: 0, seen: 0 };
    this.#cells.set(minute, cell);
    return cell;
  }

  /** The minutes of which anything was seen, in order. */
  minutes(): readonly MeasuredMinute[] {
    return [...this.#cells]
      .sort(([a], [b]) => a - b)
      .map(([minute, { good, bad, clientErrors, expected, covered, seen }]) => ({
        ...{ minute, good, bad, excluded: 0, clientErrors },
        measured: Math.round((seen * covered) / expected),
      }))
      .filter(({ measured }) => measured > 0);
  }
}

/**
 * How many of all clients' errors belong to the first of all events. Divided with the events and not
 * with the time, so that no minute has more of them than it has events; in whole numbers, since a
 * fraction's rounding could lose one.
 */
function shareOf(clientErrors: number, events: number, all: number): number {
  if (clientErrors === 0 || events === 0) return 0;
  return Number((BigInt(clientErrors) * BigInt(events)) / BigInt(all));
}
