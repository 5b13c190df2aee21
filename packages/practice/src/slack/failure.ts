import type { Json } from './state.ts';

/** An error code that Slack answers with, and whatever else goes into that answer. */
export class SlackFailure extends Error {
  readonly error: string;
  readonly extra: Json;
  readonly retryAfterSeconds: number | undefined;

  constructor(error: string, extra: Json = {}, retryAfterSeconds?: number) {
    super(error);
    this.error = error;
    this.extra = extra;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Refuses the call with one of Slack's error codes. */
export function fail(error: string, extra: Json = {}): never {
  throw new SlackFailure(error, extra);
}

/**
 * Refuses the call and names every problem, the way Slack reports blocks and views
 * (`[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]`).
 */
export function failWith(error: string, messages: readonly string[]): never {
  throw new SlackFailure(error, {
    errors: messages,
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}
