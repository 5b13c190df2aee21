import type { FailureCodes } from '../failure.ts';

/** Source: "Errors" of each operation in the AWS Organizations API reference. */
export const organizationsFailures: FailureCodes = {
  AWSOrganizationsNotInUseException: 'invalid',
  InvalidInputException: 'invalid',
  ServiceException: 'unknown-outcome',
  // Another change of the organization, or of the same policy, is under way.
  ConcurrentModificationException: 'conflict',
  PolicyChangesInProgressException: 'conflict',
  PolicyInUseException: 'conflict',
  // Somebody made a policy of this name since we looked: it is seen at the next try.
  DuplicatePolicyException: 'conflict',
  // The document is too long, or the account or organization has as many policies as it may.
  ConstraintViolationException: 'limit',
  MalformedPolicyDocumentException: 'invalid',
  PolicyTypeNotEnabledException: 'invalid',
  TargetNotFoundException: 'invalid',
  UnsupportedAPIEndpointException: 'invalid',
  PolicyNotAttachedException: 'not-found',
  PolicyNotFoundException: 'not-found',
};
