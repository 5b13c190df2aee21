export { cut } from './cut.ts';

import type { Language } from '@sekisho/contract';

export type { Language } from '@sekisho/contract';

/** One thing said in every language of the house. */
export type Pair<Said = string> = Readonly<Record<Language, Said>>;

/** What is said in each language about the same facts. */
export type Telling<Facts, Said = string> = Pair<(facts: Facts) => Said>;

/** Joins names or values the way each language lists them. */
export function listOf(values: readonly string[], language: Language): string {
  return values.join(language === 'ja' ? '、' : ', ');
}

/**
 * Chooses a language for a reader who only sent `Accept-Language` or `LANG`.
 * Anything that does not begin with `ja` reads English.
 */
export function languageOf(tag: string | null | undefined): Language {
  return /^\s*ja\b/i.test((tag ?? '').replaceAll('_', '-')) ? 'ja' : 'en';
}

/** Why something is refused and what to do about it, in one line: Japanese sentences stand without a space between. */
export function whyNot(
  { message, fix }: { readonly message: string; readonly fix: string },
  language: Language,
): string {
  return language === 'ja' ? message + fix : `${message} ${fix}`;
}
