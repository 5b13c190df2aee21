export * from './catalogue/leases.ts';
export { missingText, type WhyAndFix } from './catalogue/missing.ts';
export { whoText } from './catalogue/who.ts';
export { bugText, errorText, errorTitle, isErrorCode } from './errors/index.ts';
export { type Language, languageOf, listOf, type Pair, type Telling } from './language.ts';
export { formatCost, formatDollars, formatRate } from './money.ts';
export * from './notices/index.ts';
export { formatDuration, formatSpan } from './time/format-duration.ts';
export {
  type FormatMomentOptions,
  formatDay,
  formatDistance,
  formatMoment,
  formatRelative,
  zoneName,
} from './time/format-moment.ts';
export { longestDuration, parseDuration } from './time/parse-duration.ts';
export { type MomentOptions, parseMoment } from './time/parse-moment.ts';
export { isTimeZone, momentOf, type WallTime, wallTime } from './time/zone.ts';
export * from './timeline/index.ts';
export { type Ui, uiOf } from './ui/index.ts';
export * from './verbs/index.ts';
export { displayWidth, padEnd, padStart, truncate } from './width.ts';
