/** Where practice's sessions are recorded, as its configuration says. */
export const practiceRecordings = {
  bucket: 'practice-recordings',
  logGroup: '/sekisho/sessions',
  hostLogGroup: '/sekisho/ops-servers',
} as const;
