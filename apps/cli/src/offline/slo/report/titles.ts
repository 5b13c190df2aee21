import type { Report } from '@sekisho/objectives/report';
import type { Language } from '@sekisho/words/language';
import type { Promised } from '../promises.ts';
import { percent, targetText } from './figures.ts';

/** What an SLO is called; one that no file names is about availability. */
export function nameOf({ name }: Promised, language: Language): string {
  return name === '' ? { en: 'availability', ja: '可用性' }[language] : name;
}

/** Says which tiers can never fire; null when all can. */
export function deadText(
  { dead, target }: Pick<Report, 'dead' | 'target'>,
  language: Language,
): string | null {
  if (dead.length === 0) return null;
  const names = dead.map(({ tier }) => tier).join(', ');
  const above = Math.max(...dead.map(({ aliveAbove }) => aliveAbove));
  const needed = percent(Math.max(...dead.map(({ threshold }) => threshold)));
  return {
    en: `At ${targetText(target)} these alerts can never fire, for they need ${needed} of failures: ${names}. A target above ${percent(above)} lets them.`,
    ja: `目標 ${targetText(target)} では次のアラートは決して発報しません (失敗率 ${needed} が必要): ${names}。${percent(above)} を超える目標なら発報します。`,
  }[language];
}
