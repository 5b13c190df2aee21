/** Why a cloud refused or failed, in the words the engine decides by. */
export type CloudFailure =
  /** Too many calls: slow down and try again. */
  | 'throttled'
  /** The cloud has no room for this instance type now. */
  | 'capacity'
  /** Our credentials may not do this. */
  | 'denied'
  /** The token was used with other parameters. */
  | 'token-mismatch'
  | 'not-found'
  /** Another change is in the way: the same call will succeed when that one is over. */
  | 'conflict'
  /** A document, or a number of things, that the cloud allows no more of. */
  | 'limit'
  /** A request that will never succeed as it is. */
  | 'invalid'
  /** No answer, or an answer that does not tell whether the call took effect. */
  | 'unknown-outcome';

/** A cloud's answer that was not success; `detail` keeps the cloud's own words for the curious. */
export class CloudError extends Error {
  readonly failure: CloudFailure;
  readonly detail: string;
  /** The cloud's own code, e.g. `InsufficientInstanceCapacity`. */
  readonly vendorCode: string;
  /** Who failed: AWS, unless it was a container engine. */
  readonly of: 'aws' | 'engine';

  constructor(
    failure: CloudFailure,
    vendorCode: string,
    detail: string,
    cause?: unknown,
    of: 'aws' | 'engine' = 'aws',
  ) {
    super(`${failure}: ${vendorCode}: ${detail}`, { cause });
    this.name = 'CloudError';
    this.failure = failure;
    this.vendorCode = vendorCode;
    this.detail = detail;
    this.of = of;
  }
}

/** What a call of the cloud answered, or how it failed. Errors: those that are no failure of the cloud. */
export async function orCloudError<T>(call: Promise<T>): Promise<T | CloudError> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof CloudError) return error;
    throw error;
  }
}
