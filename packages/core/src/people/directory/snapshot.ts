/** A user of Identity Center, as the directory was read last. */
export interface SnapshotUser {
  readonly userId: string;
  readonly userName: string;
  readonly email: string | null;
  readonly active: boolean;
  /** Names of groups of Identity Center, of those that the configuration names. */
  readonly groups: readonly string[];
}

/** The directory as it was read last. */
export interface Snapshot {
  readonly readAt: Date;
  readonly users: readonly SnapshotUser[];
  /** Groups that the configuration names and Identity Center has none of. */
  readonly missing: readonly string[];
}
