export { formatDuration, formatSpan } from './format-duration.ts';
export {
  type FormatMomentOptions,
  formatDay,
  formatDistance,
  formatMoment,
  formatRelative,
  zoneName,
} from './format-moment.ts';
export { longestDuration, parseDuration } from './parse-duration.ts';
export { type MomentOptions, parseMoment } from './parse-moment.ts';
export { isTimeZone, momentOf, type WallTime, wallTime } from './zone.ts';
