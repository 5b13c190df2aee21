export { formats } from './formats/formats.ts';
export type { LogFormat } from './formats/log-format.ts';
export type { Reason, TextField } from './lines/log-event.ts';
export { type MinuteCounts, sumMinutes } from './scan/minute-tally.ts';
export { type Counted, createScanner, type Scanner, type ScannerOptions } from './scan/scanner.ts';
export type { Sample, Unparsed } from './scan/unparsed.ts';
export { type Condition, defaultSli, type Route, type Sli, type StatusSpan } from './sli/declaration.ts';
