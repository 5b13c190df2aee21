/** Failures of jobs that ask for a role, and their classes. */
export const ciErrorClasses = {
  'ci-not-set-up': 'refused',
  'ci-token-refused': 'unauthenticated',
  'ci-keys-unreachable': 'unavailable',
  'ci-replayed': 'unauthenticated',
  'ci-unknown-repository': 'refused',
  'ci-unknown-purpose': 'bad-input',
  'ci-claim-differs': 'refused',
  'ci-lease-differs': 'refused',
  'ci-superseded': 'conflict',
  'ci-plan-missing': 'bad-input',
  'ci-plan-unreadable': 'bad-input',
  'ci-plan-not-kept': 'not-found',
  'actor-unknown': 'refused',
} as const;

/** Facts that the sentences of those failures need. */
export interface CiErrorFacts {
  /** `part` names a claim or header; empty when it is none. */
  'ci-token-refused': { problem: string; part: string; audience: string };
  'ci-unknown-purpose': { value: string; known: readonly string[] };
  'ci-claim-differs': {
    repository: string;
    purpose: string;
    claim: string;
    is: string;
    wants: readonly string[];
  };
  /** `part` names a claim, or is `plan`. */
  'ci-lease-differs': { id: string; part: string };
  'ci-superseded': { id: string };
  /** `says` is why, in whole sentences. */
  'ci-plan-unreadable': { problem: string; says: { en: string; ja: string } };
  'ci-plan-not-kept': { id: string };
  'actor-unknown': { actor: string; repository: string };
}
