/** Failures of joining a team, and their classes. */
export const membershipErrorClasses = {
  'unknown-team': 'bad-input',
  'member-already': 'conflict',
  'part-of-lease': 'conflict',
  'checklist-item-not-found': 'not-found',
} as const;

/** Facts that the sentences of those failures need. */
export interface MembershipErrorFacts {
  'unknown-team': { value: string; known: readonly string[] };
  'member-already': { team: string; lease: string };
  /** `parent` is the lease to act on instead. */
  'part-of-lease': { id: string; parent: string };
  'checklist-item-not-found': { item: string; known: readonly string[] };
}
