import { type AccessErrorFacts, accessErrorClasses } from './access-errors.ts';
import { type CiErrorFacts, ciErrorClasses } from './ci-errors.ts';
import { type CloudErrorFacts, cloudErrorClasses } from './cloud-errors.ts';
import { type HandoverErrorFacts, handoverErrorClasses } from './handover-errors.ts';
import type { CorrectionProblem, InputProblem } from './input-problems.ts';
import { type LoginErrorFacts, loginErrorClasses } from './login-errors.ts';
import { type MembershipErrorFacts, membershipErrorClasses } from './membership-errors.ts';
import { type RecordingErrorFacts, recordingErrorClasses } from './recording-errors.ts';
import { type RecoveryErrorFacts, recoveryErrorClasses } from './recovery-errors.ts';
import { type ServerErrorFacts, serverErrorClasses } from './server-errors.ts';

export type { CloudErrorFacts } from './cloud-errors.ts';
export * from './input-problems.ts';

/** What an expected failure means to a program; the CLI's exit codes and HTTP statuses follow from it. */
export type ErrorClass =
  | 'bad-input'
  | 'unauthenticated'
  | 'refused'
  | 'not-found'
  | 'conflict'
  | 'rate-limited'
  | 'unavailable';

/** Every expected failure, its class, and (in `ErrorParams`) the facts its sentence needs. */
export const errorClasses = {
  'bad-input': 'bad-input',
  'bad-duration': 'bad-input',
  'bad-moment': 'bad-input',
  'unknown-environment': 'bad-input',
  'unknown-person': 'bad-input',
  'unknown-verb': 'not-found',
  'too-long': 'refused',
  'past-hard-maximum': 'refused',
  'read-only': 'refused',
  'role-too-weak': 'refused',
  'token-scope': 'refused',
  'approver-must-be-person': 'refused',
  'self-approval': 'refused',
  'not-an-approver': 'refused',
  'already-approved': 'conflict',
  'not-yours': 'refused',
  'policy-refused': 'refused',
  'policy-broken': 'refused',
  'budget-low': 'refused',
  'budget-unknown': 'refused',
  'outside-working-hours': 'refused',
  'quota-reached': 'refused',
  'review-owed': 'refused',
  'break-glass-not-allowed': 'refused',
  'stopped-everything': 'refused',
  ...handoverErrorClasses,
  ...accessErrorClasses,
  ...ciErrorClasses,
  ...loginErrorClasses,
  ...membershipErrorClasses,
  ...serverErrorClasses,
  ...recordingErrorClasses,
  ...recoveryErrorClasses,
  'lease-not-found': 'not-found',
  'instance-not-found': 'not-found',
  'token-not-found': 'not-found',
  'device-code-unknown': 'not-found',
  'page-not-found': 'not-found',
  'commit-not-found': 'not-found',
  'not-overridden': 'conflict',
  'page-acknowledged': 'conflict',
  'slo-not-found': 'not-found',
  'service-not-found': 'not-found',
  'agreement-not-found': 'not-found',
  'agreement-over': 'conflict',
  'agreement-given': 'conflict',
  'side-given': 'conflict',
  'not-of-service': 'refused',
  'nobody-to-agree': 'refused',
  'proposal-open': 'conflict',
  'target-in-force': 'conflict',
  'target-silences': 'refused',
  'moment-past': 'bad-input',
  'bad-correction': 'bad-input',
  'month-ahead': 'bad-input',
  'review-begun': 'conflict',
  'review-action-not-found': 'not-found',
  'review-action-done': 'conflict',
  'wrong-state': 'conflict',
  'changed-meanwhile': 'conflict',
  'idempotency-mismatch': 'conflict',
  'already-issued': 'conflict',
  'no-review-owed': 'conflict',
  'not-ready': 'conflict',
  'rate-limited': 'rate-limited',
  ...cloudErrorClasses,
  'database-unreachable': 'unavailable',
  'server-unreachable': 'unavailable',
} as const satisfies Record<string, ErrorClass>;

export type ErrorCode = keyof typeof errorClasses;

/** Facts that the sentence of each failure needs; codes not named here need none. */
export interface ErrorFacts
  extends AccessErrorFacts,
    CiErrorFacts,
    CloudErrorFacts,
    HandoverErrorFacts,
    LoginErrorFacts,
    MembershipErrorFacts,
    ServerErrorFacts,
    RecordingErrorFacts,
    RecoveryErrorFacts {
  'bad-input': {
    field: string;
    value: string;
    problem: InputProblem;
    /** The bound, the choices or the type that the problem speaks of; empty where it speaks of none. */
    needed: string;
  };
  'bad-duration': { field: string; value: string };
  'bad-moment': { field: string; value: string };
  'unknown-environment': { value: string; known: readonly string[] };
  'unknown-person': { value: string };
  'unknown-verb': { value: string };
  'too-long': { environment: string; askedSeconds: number; maximumSeconds: number };
  'past-hard-maximum': { hardMaximum: string; longestSeconds: number };
  'read-only': { who: string };
  'role-too-weak': { who: string; needed: string };
  'token-scope': { verb: string };
  'not-an-approver': { from: readonly string[]; people: readonly string[] };
  /** `thing` where it is not what can be handed over. */
  'not-yours': { holder: string; thing?: 'journal' | 'lent' };
  /** With `team`, `environment` is the name of a team to join. */
  'policy-refused': { environment: string; team?: true };
  'policy-broken': { rule: string; problem: string };
  /** Shares of an error budget: `left` is below 0 when overspent, `asked` null where the rule does not write it out. */
  'budget-low': {
    environment: string;
    rule: string;
    budget: string;
    left: number;
    asked: number | null;
  };
  'budget-unknown': { rule: string; budget: string; problem: 'unknown' | 'unmeasured' | 'behind' };
  'outside-working-hours': { environment: string; hours: string };
  'quota-reached': { environment: string; quota: number; open: readonly string[] };
  'review-owed': { lease: string };
  'stopped-everything': { since: string; by: string };
  'lease-not-found': { id: string };
  'instance-not-found': { id: string };
  'token-not-found': { id: string };
  'page-not-found': { id: string };
  'commit-not-found': { repository: string; commit: string };
  'not-overridden': { repository: string; commit: string };
  'page-acknowledged': { id: string; by: string; at: string };
  'slo-not-found': { id: string; known: readonly string[] };
  'service-not-found': { name: string; known: readonly string[] };
  'agreement-not-found': { id: string };
  'agreement-over': { id: string; state: string };
  /** `people` could give what is missing. */
  'agreement-given': { id: string; people: readonly string[] };
  'side-given': { id: string; missing: 'owner' | 'sre'; people: readonly string[] };
  /** `from` is what the service's owners are, as the configuration says. */
  'not-of-service': { service: string; from: readonly string[]; people: readonly string[] };
  'nobody-to-agree': { service: string; from: readonly string[] };
  'proposal-open': { slo: string; id: string; by: string };
  /** Percent. */
  'target-in-force': { slo: string; target: number };
  /** Percents, but `factor`: how many times faster than evenly the budget would have to burn. */
  'target-silences': {
    slo: string;
    target: number;
    tier: string;
    factor: number;
    threshold: number;
    aliveAbove: number;
  };
  'moment-past': { field: string; value: string };
  /** `part` is what is wrong, as it was said; `limit` the bound that the problem speaks of, in its unit. */
  'bad-correction': { problem: CorrectionProblem; part: string; limit: string };
  /** `latest` is the month that it is now. */
  'month-ahead': { month: string; latest: string };
  'review-begun': { month: string };
  'review-action-not-found': { id: string };
  'review-action-done': { id: string; by: string; at: string };
  'wrong-state': { id: string; state: string };
  'changed-meanwhile': { id: string };
  'not-ready': { id: string; state: string };
  'rate-limited': { retryAfterSeconds: number };
  'server-unreachable': { url: string };
}

/** The facts of one failure; an empty object for codes that need none. */
export type FactsOf<Code extends ErrorCode> = Code extends keyof ErrorFacts
  ? ErrorFacts[Code]
  : Record<never, never>;

/** Exit code of the command line for each class of failure. */
export const exitCodes = {
  'bad-input': 2,
  unauthenticated: 3,
  refused: 3,
  'not-found': 4,
  conflict: 4,
  'rate-limited': 5,
  unavailable: 5,
} as const satisfies Record<ErrorClass, number>;

/** HTTP status of each class of failure. */
export const httpStatuses = {
  'bad-input': 400,
  unauthenticated: 401,
  refused: 403,
  'not-found': 404,
  conflict: 409,
  'rate-limited': 429,
  unavailable: 503,
} as const satisfies Record<ErrorClass, number>;
