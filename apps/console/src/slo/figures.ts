import { type Figures, figuresIn } from '@sekisho/words/slo';
import { useMemo } from 'react';
import { usePreferences } from '../shared/preferences.ts';

/** Figures of SLOs in the reader's language. */
export function useFigures(): Figures {
  const { language } = usePreferences();
  return useMemo(() => figuresIn(language), [language]);
}
