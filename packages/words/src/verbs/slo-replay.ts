import type { WordsOf } from './words.ts';

const slo = { en: 'the SLO, such as checkout-availability', ja: 'SLO(例: checkout-availability)' };

export const sloReplayWords: WordsOf<'slo.replay'> = {
  'slo.replay': {
    title: { en: 'Replay targets', ja: '目標を過去で試す' },
    help: {
      en: 'for each candidate target, the pages it would have sent and the incidents caught',
      ja: '目標値ごとに、発生していたはずのアラートと検知できたインシデントを比べます',
    },
    command: { en: 'replay', ja: '試算' },
    fields: {
      id: slo,
      targets: {
        en: 'targets in percent, such as 99,99.5,99.9',
        ja: '目標値 (%) のリスト(例: 99,99.5,99.9)',
      },
      from: {
        en: 'from when, such as 7d; the length of the window without it',
        ja: 'いつから(例: 7日。省略すると SLO の期間と同じ長さ)',
      },
      to: { en: 'until when; now without it', ja: 'いつまで(省略すると現在まで)' },
      points: {
        en: 'how many points of the curve at most (2 to 44640)',
        ja: 'グラフの点の最大数(2〜44640)',
      },
      incidents: {
        en: 'declared incidents, besides those that pages were linked to',
        ja: 'アラートに紐付いたもの以外のインシデント',
      },
    },
  },
};
