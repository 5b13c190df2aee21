import { type Language, type TextKey, type TextParams, textOf } from './texts.ts';

/** A failure that the job's log tells: its text says what to do next. */
export class Failure extends Error {
  readonly key: TextKey;
  readonly params: TextParams;
  constructor(key: TextKey, params: TextParams = {}) {
    super(textOf('en', key, params));
    this.key = key;
    this.params = params;
  }
}

/** What Sekisho refused, in its own words. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** What a job's log says of an error. */
export function tellError(error: unknown, language: Language): string {
  if (error instanceof Failure) return textOf(language, error.key, error.params);
  if (error instanceof Refused) {
    const next = textOf(language, hintFor(error));
    return `Sekisho: ${error.message} (${error.code})${next === '' ? '' : ` ${next}`}`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** What to do next, besides what Sekisho says itself. */
function hintFor({ status }: Refused): TextKey {
  if (status === 401) return 'hint-token';
  return status === 403 ? 'hint-policy' : 'hint-none';
}
