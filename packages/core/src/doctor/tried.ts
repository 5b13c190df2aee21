/**
 * `no-server`: there is none of ours to try it on. `no-dry-run`: AWS cannot be asked without doing it.
 * `not-dry`: AWS did what it was to say only whether it might be done. `simulated`: IAM says that policies
 * allow it. `unsure`: IAM says that they do not, without knowing the keys that `detail` names. `no-role`: the
 * role that was to be asked about is not there.
 */
export type TriedOutcome =
  | ('allowed' | 'denied' | 'unread' | 'no-server' | 'no-dry-run' | 'not-dry')
  | ('simulated' | 'unsure' | 'no-role');

/** What became of trying one declared action in a way that changes nothing. */
export interface Tried {
  /** With what it is for in brackets, where it is asked for several things. */
  readonly action: string;
  readonly outcome: TriedOutcome;
  /** AWS's own words where it was not allowed; names of condition keys where that is not sure; empty otherwise. */
  readonly detail: string;
}
