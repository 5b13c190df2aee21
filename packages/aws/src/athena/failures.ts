import type { FailureCodes } from '../failure.ts';

/** Source: Amazon Athena API Reference, the errors of each operation. */
export const athenaFailures: FailureCodes = {
  InternalServerException: 'unknown-outcome',
  InvalidRequestException: 'invalid',
  MetadataException: 'invalid',
};
