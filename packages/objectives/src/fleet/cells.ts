import type { Ledger, LedgerSums } from '../budget/index.ts';
import type { Minute } from '../minutes/index.ts';

/** The columns of a ledger, in the order in which a fleet keeps them. */
export const fields = [
  'total',
  'bad',
  'missing',
  'expected',
  'measured',
] as const satisfies readonly (keyof LedgerSums)[];

/** A minute that has passed and of which nothing is known yet. */
export const wholeMinute: Float64Array = Float64Array.of(0, 0, 1, 60_000, 0);

/** Writes the ledger's cell of one minute into `into`; nothing where the ledger knows none. */
export function readCells(ledger: Ledger, minute: Minute, into: Float64Array, at: number): void {
  const place = minute - ledger.firstCell;
  const known = place >= 0 && place < ledger.cells;
  for (let field = 0; field < fields.length; field += 1) {
    const sums = ledger[fields[field] ?? 'total'];
    const value = known ? (sums[place + 1] ?? 0) - (sums[place] ?? 0) : 0;
    into[at + field] = value;
  }
}
