export { type Comparison, compareViews } from './compare.ts';
export type { Pair } from './pair.ts';
export type { View, ViewKind } from './view.ts';
