import type { FailureCodes } from '../failure.ts';

/** Source: "Errors" of each operation in the IAM API reference; the SDK adds `Exception` to most names. */
export const iamFailures: FailureCodes = {
  ConcurrentModification: 'conflict',
  ConcurrentModificationException: 'conflict',
  EntityTemporarilyUnmodifiable: 'conflict',
  EntityTemporarilyUnmodifiableException: 'conflict',
  LimitExceeded: 'limit',
  LimitExceededException: 'limit',
  MalformedPolicyDocument: 'invalid',
  MalformedPolicyDocumentException: 'invalid',
  NoSuchEntity: 'not-found',
  NoSuchEntityException: 'not-found',
  ServiceFailure: 'unknown-outcome',
  ServiceFailureException: 'unknown-outcome',
  // AWS owns the role, such as those of Identity Center: nobody may change it.
  UnmodifiableEntity: 'denied',
  UnmodifiableEntityException: 'denied',
};
