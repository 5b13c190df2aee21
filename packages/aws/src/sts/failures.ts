import type { FailureCodes } from '../failure.ts';

/** Source: "Errors" of AssumeRole and GetCallerIdentity in the STS API reference. */
export const stsFailures: FailureCodes = {
  MalformedPolicyDocument: 'invalid',
  MalformedPolicyDocumentException: 'invalid',
  PackedPolicyTooLarge: 'limit',
  PackedPolicyTooLargeException: 'limit',
  RegionDisabledException: 'denied',
};
