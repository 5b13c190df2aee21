// Whoever must start fast imports the parts by their own names (`@sekisho/words/verbs`, …).
export * from './catalogue/index.ts';
export type { Lent } from './catalogue/leases.ts';
export { bugText, errorText, errorTitle, isErrorCode } from './errors/index.ts';
export { cut, type Language, languageOf, listOf, type Pair, type Telling } from './language.ts';
export { formatCost, formatDollars, formatRate } from './money.ts';
export * from './notices/index.ts';
export * from './slo/index.ts';
export * from './time/index.ts';
export * from './timeline/index.ts';
export { type Ui, uiOf } from './ui/index.ts';
export * from './verbs/index.ts';
