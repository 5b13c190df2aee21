/** Version of the shape below; a restore refuses any other. */
export const backupFormat = 1;

/** What stands first in a backup. */
export interface BackupHeader {
  readonly sekisho: 'backup';
  readonly format: number;
  /** Migrations of the schema that it was taken from, oldest first. */
  readonly migrations: readonly string[];
  /** Null for a database that no server has begun to use. */
  readonly installation: string | null;
  /** ISO 8601, by the database's clock. */
  readonly takenAt: string;
  /** Number of the newest entry of the timeline; 0 when it is empty. */
  readonly newestEntry: number;
}

/** What stands before a table's rows; each row is a list of texts, as PostgreSQL writes the values. */
export interface BackupTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** Where the numbers of identity columns go on. */
  readonly sequences: readonly BackupSequence[];
}

export interface BackupSequence {
  readonly column: string;
  readonly last: string;
  readonly called: boolean;
}

export type BackupRow = readonly (string | null)[];

/** What stands last, and proves that everything before it is there as it was written. */
export interface BackupTrailer {
  readonly end: true;
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256, in hex, of every byte before this line. */
  readonly sha256: string;
}

/**
 * Tables of which no backup holds a row: what lets somebody in, what is forgotten within a day anyway,
 * and messages that were already acted on in the world that is lost.
 */
export const leftOut: readonly string[] = [
  'sessions',
  'logins',
  'device_logins',
  'passkeys',
  'passkey_challenges',
  'idempotency',
  'rate_limits',
  'chat_inbox',
];

/** Why a file cannot be restored. */
type BackupFault =
  | 'not-a-backup'
  | 'other-format'
  | 'newer'
  | 'damaged'
  | 'cut-short'
  | 'needs-identity'
  | 'wrong-identity'
  | 'bad-identity'
  | 'bad-recipient'
  | 'not-empty';

/** A backup that cannot be taken or restored, with what is known of why. */
export class BackupError extends Error {
  readonly fault: BackupFault;
  readonly detail: string;

  constructor(fault: BackupFault, detail = '', cause?: unknown) {
    super(detail === '' ? fault : `${fault}: ${detail}`, { cause });
    this.name = 'BackupError';
    this.fault = fault;
    this.detail = detail;
  }
}
