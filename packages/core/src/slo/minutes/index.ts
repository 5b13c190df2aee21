export { comesByItself } from './comes-by-itself.ts';
export { contribute, contributeAll, extendAll, rereadSpan, withdraw } from './contribute.ts';
export {
  contributionsByDay,
  type SeriesContribution,
} from './contribution.ts';
export { historyOf } from './history-of.ts';
export { partsOf, sourcesOf } from './parts-of.ts';
export { seriesOf } from './series-of.ts';
export {
  type ChangedDay,
  changedDays,
  type Days,
  daysOf,
  forgetMinutesBefore,
  storedDaysOf,
  throughOf,
} from './store.ts';
