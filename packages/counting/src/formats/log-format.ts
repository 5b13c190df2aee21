import type { LineReader, Needs } from '../lines/log-event.ts';
import type { FieldMap } from './field-map.ts';

/** One kind of log. */
export interface LogFormat {
  readonly name: string;
  /** The names of its fields, where those are free: with its name, all that another thread needs to make it again. */
  readonly fields?: FieldMap;
  /** A reader for one stream: it may remember that stream's header. */
  readonly createReader: (needs: Needs) => LineReader;
}
