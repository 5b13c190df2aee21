import type { LineReader, Needs } from '../lines/log-event.ts';

/** One kind of log. */
export interface LogFormat {
  readonly name: string;
  /** A reader for one stream: it may remember that stream's header. */
  readonly createReader: (needs: Needs) => LineReader;
}
