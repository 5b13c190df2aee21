import type { WordsOf } from './words.ts';

const slo = { en: 'the SLO, such as checkout-availability', ja: 'SLO(例: checkout-availability)' };

export const sloReplayWords: WordsOf<'slo.replay' | 'slo.preview'> = {
  'slo.preview': {
    title: { en: 'Preview a definition', ja: '定義を試す' },
    help: {
      en: 'check a definition as "sekisho check" does, and show what it would have measured; writes nothing',
      ja: '定義を「sekisho check」と同じく検査し、計測済みのデータで何が出たかを表示します(書き込みません)',
    },
    command: { en: 'preview', ja: 'プレビュー' },
    fields: {
      id: { en: 'the file of this SLO, as the server has it', ja: 'この SLO のファイル' },
      file: {
        en: 'where the document belongs, such as services/shop.yaml',
        ja: '定義の置き場所(例: services/shop.yaml)',
      },
      text: { en: 'OpenSLO documents, YAML', ja: 'OpenSLO の定義(YAML)' },
      days: { en: 'over how many past days (1 to 31)', ja: '過去何日分を見るか(1〜31)' },
      ask: {
        en: 'whether sources are asked for what was never counted (yes unless said)',
        ja: '計測していない定義を計測元に問い合わせるか(既定は問い合わせる)',
      },
      points: { en: 'how many points of the curve at most', ja: 'グラフの点の最大数' },
    },
  },
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
