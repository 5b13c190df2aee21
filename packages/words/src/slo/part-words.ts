import type { Language, SloDetail } from '@sekisho/contract';
import type { Figures } from './figures.ts';

/** Words about the parts of a composite; apart from the console's others, to be loaded late. */
const partEn = {
  title: 'Parts of this SLO',
  part: 'Part',
  weight: 'Weight',
  good: 'Good',
  failed: (bad: string, total: string) => `${bad} of ${total} failed`,
  burn: 'Burn, last hour',
  ofBudget: 'Of the budget',
  ofSpent: 'Of what is spent',
  measured: 'Measured',
};

const partJa: PartWords = {
  title: 'この SLO の部分',
  part: '部分',
  weight: '重み',
  good: '正常',
  failed: (bad, total) => `${total} 件中 ${bad} 件が失敗`,
  burn: '直近 1 時間のバーンレート',
  ofBudget: 'バジェットに占める消費',
  ofSpent: '消費の内訳',
  measured: '計測率',
};

export type PartWords = typeof partEn;

export function partWordsIn(language: Language): PartWords {
  return language === 'ja' ? partJa : partEn;
}

/** Which part spent the most of the budget, and which nothing came of; empty when nothing is to be said. */
export function partSentences(
  parts: SloDetail['parts'],
  { share }: Pick<Figures, 'share'>,
  language: Language,
): string[] {
  const say = (en: string, ja: string) => (language === 'ja' ? ja : en);
  const [most] = parts.toSorted((a, b) => (b.errorShare ?? 0) - (a.errorShare ?? 0));
  const silent = parts.filter(({ sli }) => sli === null).map(({ name }) => name);
  const names = silent.join(language === 'ja' ? '、' : ', ');
  return [
    ...(most === undefined || (most.errorShare ?? 0) === 0
      ? []
      : [
          say(
            `${share(most.errorShare)} of what is spent is the doing of ${most.name}.`,
            `消費の ${share(most.errorShare)} は ${most.name} によるものです。`,
          ),
        ]),
    ...(silent.length === 0
      ? []
      : [
          say(
            `Nothing came of ${names}: left out until it does, the others weigh more.`,
            `${names} のデータがないため、届くまで除外し、残りの部分で重みを配分しています。`,
          ),
        ]),
  ];
}
