import { comparePageWords } from '@sekisho/words/slo';
import { usePreferences } from '../../shared/preferences.ts';

/** Labels of the pages about views and sources, in the reader's language. */
export function useWords(): ReturnType<typeof comparePageWords> {
  const { language } = usePreferences();
  return comparePageWords(language);
}
