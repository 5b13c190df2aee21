import type { FailureCodes } from '../failure.ts';

/** Source: "Errors" of each operation in the IAM Identity Center API reference. */
export const ssoFailures: FailureCodes = {
  // Another change of the account's roles is under way.
  ConflictException: 'conflict',
  InternalServerException: 'unknown-outcome',
  ServiceQuotaExceededException: 'limit',
  ValidationException: 'invalid',
};
