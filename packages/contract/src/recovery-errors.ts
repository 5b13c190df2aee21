/** What can go wrong when everything is kept, and after it was brought back. */
export const recoveryErrorClasses = {
  'restored-unsettled': 'refused',
  'restored-unseen': 'conflict',
  'restored-otherwise': 'conflict',
  'not-restored': 'conflict',
  'backup-unencrypted': 'refused',
  'backup-recipient': 'bad-input',
  'login-too-old': 'refused',
} as const;

export interface RecoveryErrorFacts {
  'restored-unsettled': { takenAt: string };
  'restored-unseen': { places: readonly string[] };
  /** Empty where it may be a secret. */
  'backup-recipient': { value: string };
}
