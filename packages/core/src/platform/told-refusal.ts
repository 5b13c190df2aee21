import type { Language } from '@sekisho/contract';
import { errorText } from '@sekisho/words';
import type { AppError } from './app-error.ts';

/** A refusal within an answer, in the reader's language. */
export function toldRefusal({ code, facts }: AppError, language: Language) {
  const { why, fix } = errorText(code, facts as never, language);
  return { code, message: why, fix };
}
