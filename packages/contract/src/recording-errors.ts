/** What can go wrong when somebody looks for what was done on ops servers. */
export const recordingErrorClasses = {
  'recorded-session-not-found': 'not-found',
  'not-a-reader': 'refused',
  'no-recording': 'not-found',
  'bad-pattern': 'bad-input',
} as const;

export interface RecordingErrorFacts {
  'recorded-session-not-found': { id: string };
  /** `readers` is who may, as the configuration says. */
  'not-a-reader': { id: string; readers: readonly string[] };
  /** `state` is that of the recording. */
  'no-recording': { id: string; state: string };
  /** `problem` is what the reader of regular expressions says. */
  'bad-pattern': { value: string; problem: string };
}
