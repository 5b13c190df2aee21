import { type ReviewPageWords, reviewWordsIn } from '@sekisho/words/slo';
import { usePreferences } from '../shared/preferences.ts';

/** Labels of this page in the reader's language. */
export function useReviewWords(): ReviewPageWords {
  return reviewWordsIn(usePreferences().language);
}
