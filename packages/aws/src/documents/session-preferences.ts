/** What an account's session preferences name; strings, so that Terraform's placeholders fit. */
export interface PreferencesPlace {
  readonly account: string;
  /** The bucket that recordings go to, below `sessions/ACCOUNT`. */
  readonly bucket: string;
  readonly logGroup: string;
  /** KMS key between the client and the server, beyond TLS; empty for none. */
  readonly kmsKeyId: string;
  /** Minutes: 1 to 60, and 1 to 1440. */
  readonly idleMinutes: string;
  readonly maximumMinutes: string;
}

/** Holders' accounts have bash; the agent starts `sh`, in `/`. */
const shellProfile = { linux: 'cd; exec bash -l', windows: '' };

/**
 * The document `SSM-SessionManagerRunShell`: what every shell of an account and region is opened by.
 * It is recorded while it lasts in CloudWatch Logs, and at its end in S3; both refuse to be written in
 * clear. It runs as whoever the principal's tag `SSMSessionRunAs` names, and as nobody without one.
 * Source: Systems Manager User Guide, "Session document schema" and "Create a Session Manager preferences document".
 */
export function sessionPreferences(place: PreferencesPlace) {
  return {
    schemaVersion: '1.0',
    description: 'Shells on ops servers: recorded, by the account of whoever holds the server',
    sessionType: 'Standard_Stream',
    inputs: {
      s3BucketName: place.bucket,
      s3KeyPrefix: `sessions/${place.account}`,
      s3EncryptionEnabled: true,
      cloudWatchLogGroupName: place.logGroup,
      cloudWatchEncryptionEnabled: true,
      cloudWatchStreamingEnabled: true,
      kmsKeyId: place.kmsKeyId,
      runAsEnabled: true,
      runAsDefaultUser: '',
      idleSessionTimeout: place.idleMinutes,
      maxSessionDuration: place.maximumMinutes,
      shellProfile,
    },
  } as const;
}
