import type { FailureCodes } from '../failure.ts';

/** Source: "Errors" of each operation in the CloudWatch API reference. */
export const cloudWatchFailures: FailureCodes = {
  LimitExceeded: 'throttled',
  LimitExceededException: 'throttled',
  InternalServiceError: 'unknown-outcome',
  InternalServiceFault: 'unknown-outcome',
  InvalidNextToken: 'unknown-outcome',
};
