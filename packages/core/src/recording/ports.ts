import type { RecordingCloud } from './cloud.ts';

/** What recordings need from outside. */
export interface RecordingPorts {
  /** Reads sessions and recordings; nothing is collected without it. */
  readonly recordings?: RecordingCloud;
}
