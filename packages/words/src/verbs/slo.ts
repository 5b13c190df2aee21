import { shared } from './fields.ts';
import type { WordsOf } from './words.ts';

const slo = { en: 'the SLO, such as checkout-availability', ja: 'SLO(例: checkout-availability)' };
const page = { en: 'the page, such as page-7k3f9q2m', ja: 'アラートの ID(例: page-7k3f9q2m)' };
const service = { en: 'only those of this service', ja: 'サービスで絞り込む' };

export const sloWords: WordsOf<
  | 'slo.list'
  | 'slo.show'
  | 'slo.burn'
  | 'slo.history'
  | 'slo.pages'
  | 'slo.acknowledge'
  | 'slo.link'
  | 'slo.override'
> = {
  'slo.list': {
    title: { en: 'SLOs', ja: 'SLO の一覧' },
    help: {
      en: 'how every SLO stands, the lowest budget first',
      ja: 'すべての SLO を、エラーバジェットの残りが少ない順に表示します',
    },
    command: { en: 'list', ja: '一覧' },
    fields: {
      filter: {
        en: 'only those that page, have no data, are spent or burn',
        ja: 'アラート中・データなし・使い切り・消費中で絞り込む',
      },
      service,
    },
  },
  'slo.show': {
    title: { en: 'SLO', ja: 'SLO の詳細' },
    help: {
      en: 'one SLO: budget, burn, targets, corrections, pages',
      ja: 'SLO をひとつ詳しく表示します(残り・バーンレート・目標・補正・アラート)',
    },
    command: { en: 'show', ja: '詳細' },
    fields: { id: slo },
  },
  'slo.burn': {
    title: { en: 'Burn rate', ja: 'バーンレート' },
    help: {
      en: 'how fast the budget goes in each window, and when it would page',
      ja: '期間ごとのバーンレートと、アラートまでの時間を表示します',
    },
    command: { en: 'burn', ja: 'バーンレート' },
    fields: { id: slo },
  },
  'slo.history': {
    title: { en: 'Budget over time', ja: 'エラーバジェットの推移' },
    help: {
      en: 'the budget over time, with good and bad, corrections and pages',
      ja: 'エラーバジェットの推移を、良・不良の件数、補正、アラートとともに表示します',
    },
    command: { en: 'history', ja: '履歴' },
    fields: {
      id: slo,
      from: { en: 'from when, such as 7d or 2026-11-01', ja: 'いつから(例: 7日、2026-11-01)' },
      to: { en: 'until when; now without it', ja: 'いつまで(省略すると現在まで)' },
      points: { en: 'how many points at most (2 to 2000)', ja: '点の最大数(2〜2000)' },
    },
  },
  'slo.pages': {
    title: { en: 'Pages and tickets', ja: 'アラートの一覧' },
    help: {
      en: 'what SLOs spoke up about, open ones first, each with why',
      ja: 'SLO のアラートを、未解決のものから理由とともに表示します',
    },
    command: { en: 'pages', ja: 'アラート' },
    fields: {
      id: page,
      slo: { en: 'only those of this SLO', ja: 'SLO で絞り込む' },
      service,
      severity: {
        en: 'only pages, or only tickets',
        ja: '種別で絞り込む(page: ページ、ticket: チケット)',
      },
      open: { en: 'only those that are on', ja: '未解決のものだけ' },
      since: shared.since,
      until: shared.until,
      limit: shared.limit,
    },
  },
  'slo.acknowledge': {
    title: { en: 'Acknowledge', ja: '確認' },
    help: {
      en: 'say that you are looking into a page',
      ja: 'アラートに対応中であることを知らせます',
    },
    command: { en: 'acknowledge', ja: '確認' },
    fields: { id: page },
  },
  'slo.link': {
    title: { en: 'Link to an incident', ja: 'インシデントに紐付け' },
    help: {
      en: 'say which incident a page belongs to',
      ja: 'アラートをインシデントに紐付けます',
    },
    command: { en: 'link', ja: '紐付け' },
    fields: {
      id: page,
      incident: { en: "the incident's link or name", ja: 'インシデントの URL または名前' },
    },
  },
  'slo.override': {
    title: { en: 'Let a change through', ja: '変更を通す' },
    help: {
      en: 'let one commit through although an error budget is spent',
      ja: 'エラーバジェットを使い切っていても、1 つのコミットだけ通します',
    },
    command: { en: 'override', ja: '通す' },
    fields: {
      repository: {
        en: 'repository on GitHub, owner/name',
        ja: 'GitHub のリポジトリ(例: example/shop)',
      },
      commit: {
        en: 'head of the pull request: its SHA, or at least 7 letters of it',
        ja: 'プルリクエストの先頭コミットの SHA(7 文字以上)',
      },
      reason: {
        en: 'why it cannot wait; everyone can read it',
        ja: '待てない理由(全員が閲覧できます)',
      },
      for: {
        en: 'how long, up to 30d; until the next push without it',
        ja: 'いつまで通すか(例: 4時間。最長 30 日。省略すると次のプッシュまで)',
      },
      withdraw: { en: 'take it back', ja: '取り消す' },
    },
  },
};
