import type { MissingPolicy } from '@sekisho/objectives/budget';
import type { Language, Pair } from '@sekisho/words/language';

const words = {
  good: { en: 'counted as good, at mean traffic', ja: '平均の件数が良だったとみなす' },
  bad: { en: 'counted as bad, at mean traffic', ja: '平均の件数が不良だったとみなす' },
  exclude: { en: 'left out', ja: '除外' },
  freeze: { en: 'left out, and nothing is judged meanwhile', ja: '除外し、その間は判定しない' },
} as const satisfies Readonly<Record<MissingPolicy, Pair>>;

/** What time that was not measured was taken to be. */
export function missingText(policy: MissingPolicy, language: Language): string {
  return words[policy][language];
}
