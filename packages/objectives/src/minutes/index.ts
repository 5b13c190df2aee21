export { type Counts, columns, countsOf } from './counts.ts';
export { addToDay, type DayBlock, emptyDay } from './day-block.ts';
export { decodeDay, encodeDay } from './encode-day.ts';
export type { StoredDay } from './held-day.ts';
export { MinuteHistory } from './history.ts';
export {
  dayOf,
  isoOf,
  type Minute,
  minuteOf,
  minutesPerDay,
  msPerMinute,
  type Span,
} from './minute.ts';
export { sumHistories } from './sum-histories.ts';
