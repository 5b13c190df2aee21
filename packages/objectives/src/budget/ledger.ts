import { type Mask, maskedMinutes } from '../corrections/index.ts';
import {
  dayOf,
  type Minute,
  type MinuteHistory,
  minutesPerDay,
  type Span,
} from '../minutes/index.ts';
import { runningSums } from '../minutes/running-sums.ts';
import { type CellCounts, judgeCell } from './cell.ts';
import { cellMinutes, type Method } from './objective.ts';
import { weigh } from './weigh.ts';

/**
 * Minutes as a method counts them, with the mask taken out: running sums by cell (a minute, or a
 * slice), so that what any window holds is two subtractions.
 *
 * Every value is a whole number or a multiple of 2^-32, so sums are exact in any order.
 */
export interface Ledger {
  readonly method: Method;
  readonly cellMinutes: number;
  /** The first cell, counted from 1970: cell × cellMinutes is its first minute. */
  readonly firstCell: number;
  readonly cells: number;
  /** Units judged (events, or slices), and those of them that were bad. */
  readonly total: Float64Array;
  readonly bad: Float64Array;
  /** Cells whose verdict is left to the missing-data policy; parts of them where events are counted. */
  readonly missing: Float64Array;
  /** Milliseconds that should have been measured (corrected time is not among them), and that were. */
  readonly expected: Float64Array;
  readonly measured: Float64Array;
  /** Those that this one is made of, where it is a composite. */
  readonly parts?: readonly LedgerPart[];
}

/** One ledger of a composite. */
export interface LedgerPart {
  readonly name: string;
  /** Above 0; weights need not add up to anything. */
  readonly weight: number;
  readonly ledger: Ledger;
}

/** The sums of a span, whole cells of it. */
export interface LedgerSums {
  readonly total: number;
  readonly bad: number;
  readonly missing: number;
  readonly expected: number;
  readonly measured: number;
}

/** Counts a history by a method. @param within its whole cells are counted */
export function makeLedger(
  history: MinuteHistory,
  method: Method,
  mask: Mask,
  within: Span,
): Ledger {
  const size = cellMinutes(method);
  const firstCell = Math.ceil(within.from / size);
  const cells = Math.max(Math.floor(within.to / size) - firstCell, 0);
  const sums = () => new Float64Array(cells);
  const judged = {
    total: sums(),
    bad: sums(),
    missing: sums(),
    expected: sums(),
    measured: sums(),
  };
  const first = firstCell * size;
  const masked = maskedMinutes(mask, { from: first, to: first + cells * size });
  const cell: CellCounts = { good: 0, bad: 0, measured: 0, expected: 0 };
  for (let place = 0; place < cells; place += 1) {
    gather(cell, history, masked, first + place * size, first, size);
    const verdict = judgeCell(method, cell);
    judged.total[place] = verdict.total;
    judged.bad[place] = verdict.bad;
    judged.missing[place] = verdict.missing;
    judged.expected[place] = cell.expected;
    judged.measured[place] = cell.measured;
  }
  return {
    method,
    cellMinutes: size,
    firstCell,
    cells,
    total: runningSums(judged.total),
    bad: runningSums(judged.bad),
    missing: runningSums(judged.missing),
    expected: runningSums(judged.expected),
    measured: runningSums(judged.measured),
  };
}

/** Adds up the minutes of a cell that are not masked. @param start its first minute */
function gather(
  cell: CellCounts,
  history: MinuteHistory,
  masked: Uint8Array,
  start: Minute,
  first: Minute,
  size: number,
): void {
  cell.good = 0;
  cell.bad = 0;
  cell.measured = 0;
  cell.expected = 0;
  for (let minute = start; minute < start + size; minute += 1) {
    if (masked[minute - first] === 1) continue;
    cell.expected += 60_000;
    const block = history.day(dayOf(minute));
    if (block === undefined) continue;
    const at = minute - block.day * minutesPerDay;
    cell.good += block.good[at] ?? 0;
    cell.bad += block.bad[at] ?? 0;
    cell.measured += block.measured[at] ?? 0;
  }
}

/** What the whole cells of a span hold. A span beyond the ledger holds only what the ledger knows. */
export function sumLedger(ledger: Ledger, span: Span): LedgerSums {
  if (ledger.parts !== undefined) return sumParts(ledger.method, ledger.parts, span);
  const start = placeOf(ledger, Math.ceil(span.from / ledger.cellMinutes));
  const end = Math.max(placeOf(ledger, Math.floor(span.to / ledger.cellMinutes)), start);
  const of = (sums: Float64Array) => (sums[end] ?? 0) - (sums[start] ?? 0);
  return {
    total: of(ledger.total),
    bad: of(ledger.bad),
    missing: of(ledger.missing),
    expected: of(ledger.expected),
    measured: of(ledger.measured),
  };
}

function sumParts(method: Method, parts: readonly LedgerPart[], span: Span): LedgerSums {
  const sums = parts.map(({ weight, ledger }) => ({ weight, ...sumLedger(ledger, span) }));
  const whole = sums.reduce((all, { weight }) => all + weight, 0);
  const mean = (name: 'missing' | 'expected' | 'measured') =>
    sums.reduce((all, one) => all + (one.weight / whole) * one[name], 0);
  const rest = { missing: mean('missing'), expected: mean('expected') };
  return { ...weigh(method, sums), ...rest, measured: mean('measured') };
}

function placeOf({ firstCell, cells }: Ledger, cell: number): number {
  return Math.min(Math.max(cell - firstCell, 0), cells);
}

/** The end of the last cell before `now` of which anything (of any part) was measured; null when none was. */
export function lastMeasured(ledger: Ledger, now: Minute): Minute | null {
  if (ledger.parts !== undefined) {
    const ends = ledger.parts.map((part) => lastMeasured(part.ledger, now));
    return ends.reduce((last, end) => (last === null || (end ?? last) > last ? end : last), null);
  }
  let place = placeOf(ledger, Math.floor(now / ledger.cellMinutes));
  while (place > 0 && ledger.measured[place] === ledger.measured[place - 1]) place -= 1;
  return place === 0 ? null : (ledger.firstCell + place) * ledger.cellMinutes;
}
