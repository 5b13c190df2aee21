import type { WordsOf } from './words.ts';

export const sloCompareWords: WordsOf<'slo.views' | 'slo.sources'> = {
  'slo.views': {
    title: { en: 'Views of a service', ja: 'サービスの視点の比較' },
    help: {
      en: 'a service as users, probes, load balancer and server see it: the gap, and which may stand in for which',
      ja: '利用者・プローブ・ロードバランサー・サーバーから見たサービスを比べ、その差と、どれが代わりになるかを表示します',
    },
    command: { en: 'views', ja: '視点' },
    fields: {
      service: { en: 'the service, such as checkout', ja: 'サービス(例: checkout)' },
      from: {
        en: 'from when, such as 7d; the last 30 days without it',
        ja: 'いつから(例: 7日。省略すると直近 30 日)',
      },
      to: { en: 'until when; now without it', ja: 'いつまで(省略すると現在まで)' },
      by: { en: 'a line for each hour or day', ja: '1 行にまとめる単位(例: hour, day)' },
    },
  },
  'slo.sources': {
    title: { en: 'Sources of SLOs', ja: 'SLO の計測元' },
    help: {
      en: 'how every source does: last reading, lateness, what was measured, what could not be read',
      ja: '計測元ごとに、最後の読み取り・遅れ・計測率・読み取れなかったものを表示します',
    },
    command: { en: 'sources', ja: '計測元' },
    fields: {
      service: { en: 'only those of this service', ja: 'サービスで絞り込む' },
    },
  },
};
