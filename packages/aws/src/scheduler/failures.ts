import type { FailureCodes } from '../failure.ts';

/** Source: "Errors" of each operation in the EventBridge Scheduler API reference. */
export const schedulerFailures: FailureCodes = {
  // Another change of the same schedule is under way: come again.
  ConflictException: 'throttled',
  InternalServerException: 'unknown-outcome',
  ServiceQuotaExceededException: 'capacity',
  ValidationException: 'invalid',
};
