import type { SloProblemFacts } from '../slo/problems/facts.ts';

/** Facts that the sentences of each problem need. */
export interface ProblemFacts extends SloProblemFacts {
  readonly 'too-large': { maximumBytes: number };
  readonly 'bad-yaml': { problem: string };
  readonly 'duplicate-key': { key: string };
  readonly 'alias-bomb': Nothing;
  readonly 'too-deep': Nothing;
  readonly 'several-documents': Nothing;
  readonly 'not-a-map': Nothing;
  readonly missing: { key: string };
  readonly 'unknown-key': { key: string; known: readonly string[] };
  readonly 'wrong-type': { expected: string; value: string };
  readonly 'not-one-of': { value: string; options: readonly string[] };
  readonly 'out-of-range': { value: string; minimum: number | null; maximum: number | null };
  readonly 'too-few': { minimum: number };
  readonly 'too-many': { maximum: number };
  readonly shape: { value: string; shape: string };
  readonly 'duplicate-id': { value: string; first: string };
  readonly 'duplicate-identity': {
    kind: 'slack' | 'github' | 'email' | 'oidc';
    value: string;
    other: string;
  };
  readonly 'duplicate-value': { value: string };
  readonly 'unknown-person': { value: string; known: readonly string[] };
  readonly 'unknown-group': { value: string; known: readonly string[] };
  readonly 'unknown-environment': { value: string; known: readonly string[] };
  readonly 'no-rota': Nothing;
  readonly 'default-over-maximum': { value: string; maximum: string };
  readonly 'policy-over-maximum': { value: string; maximum: string };
  readonly 'reminder-too-long': { value: string; environment: string; duration: string };
  readonly 'refuse-before-warn': { value: string; warnAfter: string };
  readonly 'hours-backwards': { from: string; to: string };
  readonly 'role-of-other-account': { account: string; value: string };
  readonly 'role-of-other-partition': { region: string; value: string };
  readonly 'external-id-without-role': Nothing;
  readonly 'http-without-url': Nothing;
  readonly 'http-insecure': { value: string };
  readonly 'login-without-url': Nothing;
  readonly 'login-insecure': { value: string };
  readonly 'ci-without-url': Nothing;
  readonly 'ci-without-links': Nothing;
  readonly 'ci-policy-too-long': { length: number; most: number };
  readonly 'ci-policy-key': { value: string };
  readonly 'ci-insecure': { value: string };
  readonly 'ci-session': { value: string };
  readonly 'ci-too-long': { value: string };
  readonly 'ci-drain': { value: string };
  readonly 'ci-forks': { value: string };
  readonly 'ci-shared-role': { value: string; first: string };
  readonly 'repository-agrees': Nothing;
  readonly 'unknown-repository': { value: string; known: readonly string[] };
  readonly 'unknown-purpose': { value: string; known: readonly string[] };
  readonly 'directory-without-center': Nothing;
  readonly 'stale-before-read': { value: string; every: string };
  readonly 'membership-without-center': Nothing;
  readonly 'user-group-without-slack': Nothing;
  readonly 'user-group-taken': { value: string; other: string };
  readonly 'approval-impossible': { count: number; possible: number };
  readonly 'deny-with-approval': { key: string };
  readonly 'never-reached': { rule: string; first: string; effect: 'allow' | 'deny' };
  readonly 'bad-condition': { problem: string };
  readonly 'condition-not-boolean': { type: string };
  readonly 'slow-pattern': Nothing;
  readonly 'computed-budget': Nothing;
  readonly 'unknown-budget': { value: string; known: readonly string[] };
  readonly 'ambiguous-budget': { value: string };
  readonly 'no-accounts': Nothing;
  readonly 'duplicate-account': { value: string; first: string };
  readonly 'alias-taken': { value: string };
  readonly 'no-identity-center': Nothing;
  readonly 'unknown-account': { value: string; known: readonly string[] };
  readonly 'unknown-permission-set': {
    value: string;
    account: string;
    known: readonly string[];
  };
  readonly 'unknown-tag': { value: string };
  readonly 'environment-elsewhere': { value: string; account: string; id: string };
  readonly 'profile-clash': { value: string };
  readonly 'same-role': { value: string };
}

type Nothing = Record<never, never>;

export type ProblemName = keyof ProblemFacts;
