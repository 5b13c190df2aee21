import type { FailureCodes } from '../failure.ts';

/** Source: "Errors" of each operation in the Systems Manager API reference. */
export const ssmFailures: FailureCodes = {
  DoesNotExistException: 'not-found',
  InvalidInstanceId: 'not-found',
  ParameterNotFound: 'not-found',
  TooManyUpdates: 'throttled',
  InternalServerError: 'unknown-outcome',
};
