export { countFiles, type OneOfMany } from './files/count-files.ts';
export { type Found, findFiles, type NotFound } from './files/find-files.ts';
export type { LogFile } from './files/log-file.ts';
export { formats } from './formats/formats.ts';
export type { LogFormat } from './formats/log-format.ts';
export type { Reason, TextField } from './lines/log-event.ts';
export { mergeCounted } from './scan/merge-counted.ts';
export { type MinuteCounts, sumMinutes } from './scan/minute-tally.ts';
export { type Counted, createScanner, type Scanner, type ScannerOptions } from './scan/scanner.ts';
export type { Sample, Unparsed } from './scan/unparsed.ts';
export {
  type Condition,
  defaultSli,
  type Route,
  type Sli,
  type StatusSpan,
} from './sli/declaration.ts';
