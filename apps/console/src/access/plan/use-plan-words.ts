import { type PlanPageWords, planWordsIn } from '@sekisho/words/plan';
import { usePreferences } from '../../shared/preferences.ts';

/** Labels of a plan's view in the reader's language. */
export function usePlanWords(): PlanPageWords {
  return planWordsIn(usePreferences().language);
}
