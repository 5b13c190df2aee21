import type { Language } from '@sekisho/contract';
import { membershipPageEn, membershipPageJa } from './page-words.ts';

/** Words about memberships; apart from the console's others, to be loaded late. */
export function membershipWordsIn(language: Language): typeof membershipPageEn {
  return language === 'ja' ? membershipPageJa : membershipPageEn;
}
