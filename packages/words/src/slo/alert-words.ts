import type { Language, Pair } from '../language.ts';

/** What a tier's two windows and the guard say. */
export const tierVerdictWords = {
  fires: { en: 'fires', ja: '発生' },
  'no-traffic': { en: 'no traffic', ja: 'リクエストなし' },
  'slow-enough': { en: 'slow enough', ja: '問題なし' },
  'over-already': { en: 'over already', ja: '収束済み' },
  'small-share': { en: 'too small a share of the budget', ja: 'バジェットへの影響が小さい' },
  'not-significant': { en: 'not significant', ja: '有意でない' },
} as const satisfies Readonly<Record<string, Pair>>;

/** How loud an alert is. */
export const severityWords = {
  page: { en: 'page', ja: 'ページ' },
  ticket: { en: 'ticket', ja: 'チケット' },
} as const satisfies Readonly<Record<string, Pair>>;

/** Words of one language, by their names. */
export function inLanguage<Name extends string>(
  words: Readonly<Record<Name, Pair>>,
  language: Language,
): Readonly<Record<Name, string>> {
  const pairs = Object.entries<Pair>(words).map(([name, pair]) => [name, pair[language]]);
  return Object.fromEntries(pairs) as Record<Name, string>;
}
