import type { FailureCodes } from '../failure.ts';

/** Source: Amazon S3 API reference, "Error responses"; 412 is `PreconditionFailed`. */
export const s3Failures: FailureCodes = {
  NoSuchKey: 'not-found',
  NotFound: 'not-found',
  NoSuchVersion: 'not-found',
  // Another content took its place: the one with our etag is no more.
  PreconditionFailed: 'not-found',
  NoSuchBucket: 'invalid',
  PermanentRedirect: 'invalid',
  AuthorizationHeaderMalformed: 'invalid',
  // It lies in an archive, and would have to be restored first.
  InvalidObjectState: 'invalid',
  AllAccessDisabled: 'denied',
  InvalidAccessKeyId: 'denied',
  ServiceUnavailable: 'throttled',
};

/** Source: "Errors" of each operation in the Amazon SQS API reference. */
export const sqsFailures: FailureCodes = {
  'AWS.SimpleQueueService.NonExistentQueue': 'invalid',
  QueueDoesNotExist: 'invalid',
  ReceiptHandleIsInvalid: 'not-found',
  OverLimit: 'throttled',
  KmsThrottled: 'throttled',
  KmsAccessDenied: 'denied',
};
