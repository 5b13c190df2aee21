export type SourceErrorCode =
  /** No answer, or a server's own failure: to be tried again. */
  | 'unreachable'
  /** Too many calls. */
  | 'limited'
  /** The credentials do not suffice. */
  | 'denied'
  /** The query or the name is wrong: trying again does not help. */
  | 'refused'
  | 'gone'
  /** An answer that cannot be understood. */
  | 'bad-answer';

/** A source could not be read. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  /** Seconds that the source asked to wait; null when it said nothing. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: SourceErrorCode,
    message: string,
    {
      cause,
      retryAfterSeconds = null,
    }: { cause?: unknown; retryAfterSeconds?: number | null } = {},
  ) {
    super(message, { cause });
    this.name = 'SourceError';
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
