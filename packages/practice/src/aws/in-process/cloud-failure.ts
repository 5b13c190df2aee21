import { CloudError, type CloudFailure } from '@sekisho/core/cloud';
import type { Refusal } from '../world/refusal.ts';

const failures: Readonly<Record<string, CloudFailure>> = {
  RequestLimitExceeded: 'throttled',
  ThrottlingException: 'throttled',
  Throttling: 'throttled',
  InsufficientInstanceCapacity: 'capacity',
  UnauthorizedOperation: 'denied',
  AccessDeniedException: 'denied',
  AccessDenied: 'denied',
  TooManyRequestsException: 'throttled',
  ConflictException: 'conflict',
  ServiceQuotaExceededException: 'limit',
  IdempotentParameterMismatch: 'token-mismatch',
  ExpiredToken: 'denied',
  ConcurrentModification: 'conflict',
  ConcurrentModificationException: 'conflict',
  ConstraintViolationException: 'limit',
  PolicyNotFoundException: 'not-found',
  LimitExceeded: 'limit',
  PackedPolicyTooLarge: 'limit',
  NoSuchEntity: 'not-found',
  NoSuchKey: 'not-found',
  SlowDown: 'throttled',
  ServiceFailure: 'unknown-outcome',
  InternalError: 'unknown-outcome',
  InternalServerError: 'unknown-outcome',
  DoesNotExistException: 'not-found',
  ResourceNotFoundException: 'not-found',
  AccountNotFoundException: 'not-found',
};

/** AWS's refusal in the words the engine decides by. */
export function toCloudError(refusal: Refusal): CloudError {
  const known = failures[refusal.code];
  const failure = known ?? (/\.NotFound(Exception)?$/.test(refusal.code) ? 'not-found' : 'invalid');
  return new CloudError(failure, refusal.code, refusal.message, refusal);
}

/** No answer came: the call may have acted, may act yet, or never will. */
export function noAnswer(): CloudError {
  return new CloudError('unknown-outcome', 'TimeoutError', 'The connection was lost.');
}
