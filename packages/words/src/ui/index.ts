import type { Language } from '@sekisho/contract';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** Labels of the console, by page. */
export type Ui = typeof en;

const labels = { en, ja } satisfies Record<Language, Ui>;

/** Labels of the console in a language. */
export function uiOf(language: Language): Ui {
  return labels[language];
}
