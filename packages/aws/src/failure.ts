import { CloudError, type CloudFailure } from '@sekisho/core/cloud';

/** What a service's own error codes mean; codes not listed are judged by the common table and the status. */
export type FailureCodes = Readonly<Record<string, CloudFailure>>;

/**
 * Codes that mean the same in every service.
 * Source: EC2 "Error codes for the Amazon EC2 API", each service's "Common errors" page, and the throttles
 * that the SDK itself retries (`@smithy/service-error-classification`).
 */
const COMMON: FailureCodes = {
  BandwidthLimitExceeded: 'throttled',
  EC2ThrottledException: 'throttled',
  SlowDown: 'throttled',
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  ThrottledException: 'throttled',
  RequestLimitExceeded: 'throttled',
  RequestThrottled: 'throttled',
  RequestThrottledException: 'throttled',
  TooManyRequestsException: 'throttled',
  PriorRequestNotComplete: 'throttled',
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
  AuthFailure: 'denied',
  Blocked: 'denied',
  CredentialsProviderError: 'denied',
  ExpiredToken: 'denied',
  ExpiredTokenException: 'denied',
  IncompleteSignature: 'denied',
  InvalidClientTokenId: 'denied',
  InvalidSignatureException: 'denied',
  MissingAuthenticationToken: 'denied',
  MissingAuthenticationTokenException: 'denied',
  NotAuthorized: 'denied',
  OptInRequired: 'denied',
  RequestExpired: 'denied',
  RequestInTheFuture: 'denied',
  RequestTimeTooSkewed: 'denied',
  SignatureDoesNotMatch: 'denied',
  UnauthorizedOperation: 'denied',
  UnrecognizedClientException: 'denied',
  IdempotentParameterMismatch: 'token-mismatch',
  IdempotentParameterMismatchException: 'token-mismatch',
  ResourceNotFoundException: 'not-found',
};

/**
 * Says in the engine's words why a call failed.
 *
 * A code that AWS documents is believed before the status, because EC2 sends throttles and want of
 * capacity as 5xx. What bears no code we know and no 4xx status tells nothing: `unknown-outcome`.
 * @param error anything the SDK threw
 * @param codes the service's own codes
 */
export function toCloudError(error: unknown, codes: FailureCodes): CloudError {
  if (error instanceof CloudError) return error;
  const { code, status, message } = read(error);
  const known = codes[code] ?? COMMON[code];
  return new CloudError(known ?? byStatus(status, code), code, message, error);
}

function byStatus(status: number | null, code: string): CloudFailure {
  if (status === 429) return 'throttled';
  if (status === null || status < 400 || status >= 500 || status === 408) return 'unknown-outcome';
  if (/\.NotFound(Exception)?$/.test(code)) return 'not-found';
  if (status === 401 || status === 403) return 'denied';
  return 'invalid';
}

interface ReadError {
  readonly code: string;
  readonly status: number | null;
  readonly message: string;
}

function read(error: unknown): ReadError {
  if (!(error instanceof Error)) return { code: 'Unknown', status: null, message: String(error) };
  const { $metadata, $response, code } = error as Error & SdkError;
  // An answer that could not be parsed has a status but no error code of AWS: its `$response` remains.
  const unreadable = error instanceof SyntaxError || $metadata?.httpStatusCode === undefined;
  const status = $metadata?.httpStatusCode ?? $response?.statusCode ?? null;
  const name = error.name === 'Error' && typeof code === 'string' ? code : error.name;
  return { code: name, status: unreadable ? null : status, message: error.message };
}

interface SdkError {
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly statusCode?: number };
  readonly code?: unknown;
}
