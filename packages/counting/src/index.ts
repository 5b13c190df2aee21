export { type Contribution, contributionsOf, type Origin } from './contributions/contribution.ts';
export { addContributions, foldMinutes, type Ledger } from './contributions/fold.ts';
export {
  contributionsOfPush,
  type Push,
  type PushedMinute,
  type ReadPush,
  readPush,
} from './contributions/read-push.ts';
export { countFiles, type OneOfMany } from './files/count-files.ts';
export { countPieces, type Pieces } from './files/count-pieces.ts';
export { decodePieces } from './files/decode-pieces.ts';
export { type Found, findFiles, type NotFound } from './files/find-files.ts';
export type { LogFile } from './files/log-file.ts';
export { readBeginning } from './files/read-beginning.ts';
export {
  type DeliveryProblem,
  type LogEventLine,
  readFirehoseRequest,
  readLogEvents,
} from './firehose/index.ts';
export {
  type FieldMap,
  type LatencyUnit,
  latencyUnits,
  type MappedField,
} from './formats/field-map.ts';
export { formatOf, formats, mappedFormats } from './formats/formats.ts';
export { guessFormat } from './formats/guess-format.ts';
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
export { definitionHash } from './sli/definition-hash.ts';
export { readSli, type SliRead } from './sli/read-sli.ts';
export type { SliPath, SliProblem } from './sli/sli-problem.ts';
export { writeSli } from './sli/write-sli.ts';
export { surveyFiles } from './survey/survey-files.ts';
