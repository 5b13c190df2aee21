import type { Pair } from './language.ts';
import { severityWords } from './slo/alert-words.ts';

/** Heads of tables and names of facts about SLOs that only the command line shows. */
export const sloHeads = {
  source: { en: 'SOURCE', ja: '計測元' },
  budget: { en: 'BUDGET LEFT', ja: 'バジェットの残り' },
  burn: { en: 'BURN', ja: 'バーンレート' },
  coverage: { en: 'MEASURED', ja: '計測率' },
  window: { en: 'WINDOW', ja: '期間' },
  sli: { en: 'SLI', ja: 'SLI' },
  part: { en: 'PART', ja: '部分' },
  weight: { en: 'WEIGHT', ja: '重み' },
  ofBudget: { en: 'OF BUDGET', ja: 'バジェット比' },
  blame: { en: 'OF SPENT', ja: '消費の内訳' },
  tier: { en: 'ALERT', ja: 'アラート' },
  long: { en: 'LONG WINDOW', ja: '長い期間' },
  short: { en: 'SHORT WINDOW', ja: '短い期間' },
  factor: { en: 'FIRES ABOVE', ja: 'しきい値' },
  firesIn: { en: 'FIRES IN', ja: '発生まで' },
  severity: { en: 'KIND', ja: '種別' },
  fired: { en: 'FIRED', ja: '発生' },
  why: { en: 'WHY', ja: '理由' },
  good: { en: 'GOOD', ja: '良' },
  bad: { en: 'BAD', ja: '不良' },
  until: { en: 'UNTIL', ja: '日時' },
  judged: { en: 'JUDGED UP TO', ja: '判定済み' },
  failed: { en: 'FAILED', ja: '失敗' },
  declared: { en: 'DECLARED IN', ja: '定義の場所' },
  raw: { en: 'WITHOUT CORRECTIONS', ja: '補正なし' },
  spentAt: { en: 'SPENT', ja: '使い切る時刻' },
  resetsAt: { en: 'WHOLE AGAIN', ja: '全回復' },
  recoversAt: { en: 'ABOVE ZERO AGAIN', ja: 'プラスに戻る時刻' },
  began: { en: 'BEGAN', ja: '始まり' },
  clearsBy: { en: 'CLEARS BY', ja: '解消の見込み' },
  acknowledged: { en: 'ACKNOWLEDGED', ja: '確認' },
  incident: { en: 'INCIDENT', ja: 'インシデント' },
  requests: { en: 'REQUESTS', ja: 'リクエスト' },
  days28: { en: '28 D', ja: '28日' },
  days7: { en: '7 D', ja: '7日' },
  owner: { en: 'OWNER', ja: '担当' },
  due: { en: 'DUE', ja: '期限' },
  month: { en: 'MONTH', ja: '月' },
  changed: { en: 'WHAT CHANGED', ja: '変わったこと' },
  before: { en: 'BEFORE IT', ja: '始まりの前' },
  view: { en: 'VIEW', ja: '視点' },
  events: { en: 'EVENTS', ja: '件数' },
  badHours: { en: 'BAD HOURS', ja: '悪い時間' },
  far: { en: 'STAND-IN', ja: '代わり' },
  lastRead: { en: 'LAST READ', ja: '最終読み取り' },
  behind: { en: 'BEHIND', ja: '遅れ' },
  unparsed: { en: 'NOT UNDERSTOOD', ja: '解釈できず' },
} as const satisfies Readonly<Record<string, Pair>>;

/** State is never colour alone. */
export const sloGlyphs = {
  ...{ firing: '✕', 'no-data': '◌', spent: '▲', burning: '◐', low: '◔' },
  ...{ well: '●', waiting: '○' },
} as const;

export const sloStateWords = {
  firing: { en: 'firing', ja: '発生中' },
  'no-data': { en: 'no data', ja: 'データなし' },
  spent: { en: 'spent', ja: '使い切り' },
  burning: { en: 'burning', ja: '消費中' },
  low: { en: 'low', ja: '残りわずか' },
  well: { en: 'well', ja: '正常' },
  waiting: { en: 'waiting', ja: 'データ待ち' },
} as const satisfies Readonly<Record<string, Pair>>;

export const pageStateWords = {
  on: { en: 'on', ja: '発生中' },
  acknowledged: { en: 'acknowledged', ja: '確認済み' },
  resolved: { en: 'resolved', ja: '解消' },
  ...severityWords,
  shadow: { en: 'watches only', ja: '試験運用' },
  'page-fires': { en: 'its page told', ja: 'ページ済み' },
  'same-source': { en: 'told with source', ja: 'ソース単位で通知' },
  past: { en: 'found later', ja: '後から判明' },
} as const satisfies Readonly<Record<string, Pair>>;

export const sloPhrases = {
  noneFits: {
    en: 'No SLO fits. sekisho slo list alone shows all; where none is defined yet, put OpenSLO documents into services/*.yaml.',
    ja: '該当する SLO はありません。すべて見るには sekisho slo list。まだ定義がなければ、services/*.yaml に OpenSLO の定義を置いてください。',
  },
  failedOf: { en: '{bad} of {allowed} that may fail', ja: '{bad} 件 (許容 {allowed} 件)' },
  noViews: {
    en: 'No SLO of this service says which view it is. Add the annotation sekisho.dev/view: beacon, probe, load-balancer or server to those that ask the same question.',
    ja: 'このサービスの SLO に視点の指定がありません。同じことを測る SLO に、注釈 sekisho.dev/view(beacon、probe、load-balancer、server)を付けてください。',
  },
  oneView: {
    en: 'There is one view only: nothing to compare it with. Measure the service from another place, and say so with sekisho.dev/view.',
    ja: '視点がひとつだけのため、比べられません。別の場所からも計測し、sekisho.dev/view で示してください。',
  },
  mostLost: {
    en: 'Most was lost in the hours from:',
    ja: '多く失われた時間(開始と件数):',
  },
  noSources: {
    en: 'No source is declared: put DataSource documents into services/*.yaml.',
    ja: '計測元がありません。services/*.yaml に DataSource を置いてください。',
  },
  noPages: { en: 'No alert has fired.', ja: 'アラートはありません。' },
  monthSoFar: {
    en: 'The month is not over: the figures are of what has passed.',
    ja: '月の途中です。これまでの値を示しています。',
  },
  whereItWent: { en: 'where it went:', ja: '内訳:' },
  leftOut: {
    en: '{count} more SLOs are not shown: ask with --service.',
    ja: '表示していない SLO が {count} 件あります。--service で絞り込んでください。',
  },
  carriedOver: { en: 'Still to do from earlier months:', ja: '以前の月から残っている対応:' },
  reviewBegan: { en: 'The review of {month} has begun:', ja: '{month} のレビューを始めました:' },
  noted: { en: 'Noted.', ja: '記録しました。' },
  nothingJudged: {
    en: 'Nothing was judged yet: its source is not read up to now. How far it is: sekisho slo sources',
    ja: 'まだ判定していません。計測元を読み終えていません。進み具合: sekisho slo sources',
  },
  guard: {
    en: '{bad} of {total} failed; by chance that happens once in {odds}.',
    ja: '{total} 件中 {bad} 件が不良です。偶然なら {odds} 回に 1 回です。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
