import type { Fault } from '../world/faults.ts';

/** What is kept besides the tables. */
export interface Kept {
  readonly clock: number;
  readonly rng: number;
  readonly skipped: number;
  readonly faults: readonly Fault[];
}

/** One line of the journal: rows as they are now (null: gone), and the rest. */
export interface Line extends Kept {
  readonly rows: readonly (readonly [table: string, key: string, row: unknown])[];
}
