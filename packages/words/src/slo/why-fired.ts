import type { Language, PageWhy } from '@sekisho/contract';
import type { Pair } from '../language.ts';
import { type Figures, figuresIn } from './figures.ts';

/** Why an alert fired, in plain arithmetic, sentence by sentence; the same words at every door. */
export function whyFired(why: PageWhy, language: Language): readonly string[] {
  const figures = figuresIn(language);
  return [
    ...burnSentences(why, figures),
    ...spentSentences(why, figures),
    ...missingSentences(why, figures),
    ...clientSentences(why, figures),
  ].map((sentence) => sentence[language]);
}

function burnSentences({ burn }: PageWhy, { share, count, minutes, burn: times }: Figures): Pair[] {
  if (burn === null) return [];
  const { long, short, factor } = burn;
  const [bad, total, ratio] = [count(long.bad), count(long.total), share(long.ratio)];
  const [span, last] = [minutes(long.minutes), minutes(short.minutes)];
  return [
    {
      en: `${bad} of ${total} failed in ${span} (${ratio}): the budget burned ${times(long.burn)} times as fast as it lasts, and this alert is at ${times(factor)}.`,
      ja: `${span}のあいだに ${total} 件中 ${bad} 件（${ratio}）が失敗しました。均等に使う速さの ${times(long.burn)} 倍でバジェットを消費しています（しきい値は ${times(factor)} 倍）。`,
    },
    {
      en: `In the last ${last} it still burned ${times(short.burn)} times as fast.`,
      ja: `直近 ${last}でも ${times(short.burn)} 倍で消費しています。`,
    },
  ];
}

function spentSentences({ spent, drop }: PageWhy, { share, minutes }: Figures): Pair[] {
  const found: Pair[] = [];
  if (spent !== null)
    found.push({
      en: `${share(spent.share)} of the budget is spent.`,
      ja: `バジェットの ${share(spent.share)} を使いました。`,
    });
  if (drop !== null)
    found.push({
      en: `${share(drop.share)} of the whole budget went within ${minutes(drop.minutes)}.`,
      ja: `${minutes(drop.minutes)}のうちにバジェット全体の ${share(drop.share)} が失われました。`,
    });
  return found;
}

function missingSentences({ noData }: PageWhy, { share, minutes }: Figures): Pair[] {
  if (noData === null) return [];
  const { source, slos = 1 } = noData;
  const others: Pair[] =
    source === undefined
      ? []
      : [
          {
            en: `Look at the source ${source}${slos > 1 ? `: it feeds ${slos} SLOs, and this is the one ticket for all of them` : ''}.`,
            ja: `ソース ${source} を確認してください${slos > 1 ? `（${slos} 件の SLO が使っており、チケットはこの 1 件です）` : ''}。`,
          },
        ];
  return [
    {
      en: `Only ${share(noData.coverage)} of the last ${minutes(noData.minutes)} was measured.`,
      ja: `直近 ${minutes(noData.minutes)}のうち ${share(noData.coverage)} しか計測できていません。`,
    },
    ...others,
  ];
}

function clientSentences({ clients }: PageWhy, { share, minutes }: Figures): Pair[] {
  if (clients === null) return [];
  const span = minutes(clients.minutes);
  return [
    {
      en: `Clients’ own errors were ${share(clients.share)} of the requests in ${span}; ${share(clients.usual)} is usual at this hour.`,
      ja: `${span}のリクエストの ${share(clients.share)} が利用側のエラーでした。この時間帯は普段 ${share(clients.usual)} です。`,
    },
  ];
}
