import type { SloConfig } from '@sekisho/config';
import type { TargetInForce } from '@sekisho/objectives/budget';
import type { Correction } from '@sekisho/objectives/corrections';
import type { Minute, StoredDay } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import type { ChangedDay, Days } from '../minutes/index.ts';

/** What evaluation reads of the rest of the house. */
export interface Reads {
  /** Names what is counted for an SLO. */
  seriesOf(slo: SloConfig): string;
  storedDaysOf(tx: Tx, series: string, days: Days): Promise<readonly StoredDay[]>;
  /** Days of some series that changed at `since` or later. */
  changedDays(tx: Tx, series: readonly string[], since: Date): Promise<readonly ChangedDay[]>;
  /** Minutes of a source before this one are as complete as its declared lateness promises; null: none is. */
  throughOf(tx: Tx, source: string): Promise<Minute | null>;
  /** What was agreed for each of some SLOs, by id. */
  agreedFor(tx: Tx, slos: readonly SloConfig[]): Promise<ReadonlyMap<string, Agreed>>;
}

/** Targets in order of `from`, and the corrections that somebody else agreed to. */
export interface Agreed {
  readonly targets: readonly TargetInForce[];
  readonly corrections: readonly Correction[];
}
