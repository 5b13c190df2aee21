/** What can be wrong with an ops server that is asked for, held or replaced. */
export const serverErrorClasses = {
  'unknown-size': 'bad-input',
  'unknown-forward': 'bad-input',
  'hold-too-long': 'refused',
  'image-too-old': 'refused',
  'image-unchanged': 'conflict',
  'lease-held': 'conflict',
  'replace-too-late': 'conflict',
} as const;

export interface ServerErrorFacts {
  'unknown-size': { value: string; known: readonly string[] };
  'unknown-forward': { value: string; known: readonly string[] };
  'hold-too-long': { maximumSeconds: number };
  /** `ageDays` is null when nobody can tell. */
  'image-too-old': { ageDays: number | null; maximumDays: number };
  /** `parameter` names the image; null where the template does itself. */
  'image-unchanged': { id: string; imageId: string; parameter: string | null };
  'lease-held': { id: string; until: string };
  /** Before the deadline, and what a new server may take to be ready. */
  'replace-too-late': { id: string; leftSeconds: number; neededSeconds: number };
}
