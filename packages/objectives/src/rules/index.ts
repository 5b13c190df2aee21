export { type MadeRules, makeRules, type RuleDocument, type RuleOptions } from './make-rules.ts';
export { parseDuration } from './prometheus-duration.ts';
export { readWindows } from './read-windows.ts';
export type { Dialect } from './sli-rules.ts';
export { deadTiers } from './tiers.ts';
export type { AlertWindows } from './windows.ts';
export { writeRules } from './write-rules.ts';
