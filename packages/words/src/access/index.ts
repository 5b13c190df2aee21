import type { Language, PossibleAccess } from '@sekisho/contract';
import { formatSpan } from '../time/index.ts';
import { accessPageEn, accessPageJa } from './page-words.ts';

export { burdenKnows, burdenMapHead, burdenReason, burdenRoleReason } from './burden.ts';
export { burdenChangeText, burdenFinding, burdenPage } from './burden-page.ts';
export {
  liveSessionsFate,
  liveSessionsPage,
  liveSessionsState,
  liveSessionsTrouble,
} from './live-sessions.ts';

/** Words about access that is lent; apart from the console's others, to be loaded late. */
export function accessWordsIn(language: Language): typeof accessPageEn {
  return language === 'ja' ? accessPageJa : accessPageEn;
}

/** What it takes to have a permission set, as short as a choice in a list needs: `1 must agree · at most 8 h`. */
export function verdictText(
  { verdict, approval, maximumSeconds, has }: PossibleAccess,
  language: Language,
): string {
  const words = accessWordsIn(language);
  if (has === 'standing') return words.standing;
  if (verdict === 'refused') return words.refused;
  const takes = verdict === 'allowed' ? words.atOnce : words.agree(approval.count);
  return maximumSeconds === null
    ? takes
    : `${takes} · ${words.atMost(formatSpan(maximumSeconds, language))}`;
}
