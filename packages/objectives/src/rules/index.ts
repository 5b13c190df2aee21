export { makeRules, mergeDocuments, type RuleDocument, type RuleOptions } from './make-rules.ts';
export { parseDuration } from './prometheus-duration.ts';
export { readWindows } from './read-windows.ts';
export type { AlertWindows } from './windows.ts';
export { writeRules } from './write-rules.ts';
