import { type AlertState, nothingYet } from '@sekisho/objectives/alerts';
import type { Minute } from '@sekisho/objectives/minutes';

/** What is remembered of an SLO's alerts between ticks; plain data. */
export interface SloMemory {
  /** When it was first looked at, by the clock. */
  readonly since: Minute;
  /** The first minute that its data were judged for; absent before there was one. */
  readonly judgedFrom?: Minute;
  /** Alerts that are judged by what was measured, up to the source's watermark. */
  readonly data: AlertState;
  /** The no-data alert, which is judged by the clock. */
  readonly clock: AlertState;
}

export function newMemory(since: Minute): SloMemory {
  return { since, data: nothingYet, clock: nothingYet };
}
