import type { FieldMap } from '../formats/field-map.ts';
import type { Sli } from '../sli/declaration.ts';
import type { FileCounted } from './count-file.ts';
import type { LogFile } from './log-file.ts';

/** What a worker is told once: functions cannot be sent, so the format is named. */
export interface WorkerSetting {
  readonly format: string;
  readonly fields?: FieldMap;
  readonly sli: Sli;
  readonly samples?: number;
  readonly longest?: number;
}

/** To a worker: the next file. */
export interface Task {
  readonly index: number;
  readonly file: LogFile;
}

/** Of an error only what people are told: its other fields are lost on the way to another thread. */
export interface Failed {
  readonly message: string;
  readonly code: string | undefined;
  readonly path: string | undefined;
}

/** From a worker. */
export type Told =
  | { readonly is: 'heard'; readonly bytes: number }
  | { readonly is: 'counted'; readonly index: number; readonly found: FileCounted }
  | { readonly is: 'failed'; readonly error: Failed };
