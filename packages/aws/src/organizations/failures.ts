import type { FailureCodes } from '../failure.ts';

/** Source: "Errors" of each operation in the AWS Organizations API reference. */
export const organizationsFailures: FailureCodes = {
  AWSOrganizationsNotInUseException: 'invalid',
  InvalidInputException: 'invalid',
  ServiceException: 'unknown-outcome',
};
