import type { FailureCodes } from '../failure.ts';

/** Source: "Errors" of each operation in the Identity Store API reference. */
export const storeFailures: FailureCodes = {
  ConflictException: 'conflict',
  InternalServerException: 'unknown-outcome',
  ServiceQuotaExceededException: 'limit',
  ValidationException: 'invalid',
};
