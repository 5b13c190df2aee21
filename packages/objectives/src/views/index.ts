export type { Agreement } from './agreement.ts';
export { type Comparison, compareViews, type ViewSummary } from './compare.ts';
export type { Gap, LostHour } from './gap.ts';
export type { Seen } from './hour.ts';
export type { Pair } from './pair.ts';
export { standInNeeds, verdictReasons, verdicts } from './verdict.ts';
export { type View, type ViewKind, viewKinds } from './view.ts';
