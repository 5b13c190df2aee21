import {
  type ErrorClass,
  type ErrorCode,
  errorClasses,
  type FactsOf,
} from '@sekisho/contract/errors';

/** An expected failure: a stable code and the facts that its sentence needs in any language. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly facts: FactsOf<Code>;

  constructor(code: Code, facts: FactsOf<Code>, cause?: unknown) {
    super(`${code} ${JSON.stringify(facts)}`, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.facts = facts;
  }

  get class(): ErrorClass {
    return errorClasses[this.code];
  }
}

/** What this refuses; null when it does not. Errors: those that are no refusal go on. */
export function refusalOf(check: () => void): AppError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
