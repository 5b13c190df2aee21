import type { Language } from '@sekisho/contract';

/** Words about SLOs on the page Now; apart from the console's others, to be loaded late. */
const nowSlosEn = {
  title: 'SLOs that want a look',
  /** All of them in one quiet line; those of which nothing can be said are no good news. */
  calm: (count: number, unknown: number) => {
    const all =
      count === 1
        ? 'The one SLO does not fire, burn fast or run low.'
        : `None of the ${count} SLOs fires, burns fast or runs low.`;
    return unknown === 0
      ? all
      : `${all} ${unknown} still ${unknown === 1 ? 'waits' : 'wait'} for data.`;
  },
  left: (share: string) => `${share} of the budget left`,
  burn: (times: string) => `burn ${times}× in the last hour`,
  more: (count: number) => `${count} more …`,
};

export type NowSlosWords = typeof nowSlosEn;

const nowSlosJa: NowSlosWords = {
  title: '注意が必要な SLO',
  calm: (count: number, unknown: number) =>
    `${count} 件の SLO に、アラート発生中・急な消費・残りわずかのものはありません。${unknown === 0 ? '' : `うち ${unknown} 件はデータ待ちです。`}`,
  left: (share: string) => `バジェットの残り ${share}`,
  burn: (times: string) => `直近 1 時間のバーンレート ${times} 倍`,
  more: (count: number) => `ほか ${count} 件…`,
};

const nowSlosWords = { en: nowSlosEn, ja: nowSlosJa } satisfies Record<Language, NowSlosWords>;

export function nowSlosWordsIn(language: Language): NowSlosWords {
  return nowSlosWords[language];
}
