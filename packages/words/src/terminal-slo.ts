import type { Pair } from './language.ts';

/** Heads of tables and names of facts about SLOs that only the command line shows. */
export const sloHeads = {
  source: { en: 'SOURCE', ja: '計測元' },
  budget: { en: 'BUDGET LEFT', ja: 'バジェットの残り' },
  burn: { en: 'BURN', ja: 'バーンレート' },
  coverage: { en: 'MEASURED', ja: '計測率' },
  window: { en: 'WINDOW', ja: '期間' },
  sli: { en: 'SLI', ja: 'SLI' },
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
  raw: { en: 'WITHOUT CORRECTIONS', ja: '補正なし' },
  spentAt: { en: 'SPENT', ja: '使い切る時刻' },
  resetsAt: { en: 'WHOLE AGAIN', ja: '全回復' },
  recoversAt: { en: 'ABOVE ZERO AGAIN', ja: 'プラスに戻る時刻' },
  began: { en: 'BEGAN', ja: '始まり' },
  clearsBy: { en: 'CLEARS BY', ja: '解消の見込み' },
  acknowledged: { en: 'ACKNOWLEDGED', ja: '確認' },
  incident: { en: 'INCIDENT', ja: 'インシデント' },
  changed: { en: 'WHAT CHANGED', ja: '変わったこと' },
  before: { en: 'BEFORE', ja: '何分前' },
} as const satisfies Readonly<Record<string, Pair>>;

export const sloStateWords = {
  firing: { en: 'firing', ja: '発生中' },
  'no-data': { en: 'no data', ja: 'データなし' },
  spent: { en: 'spent', ja: '使い切り' },
  burning: { en: 'burning', ja: '消費中' },
  well: { en: 'well', ja: '正常' },
  waiting: { en: 'waiting', ja: 'データ待ち' },
} as const satisfies Readonly<Record<string, Pair>>;

export const pageStateWords = {
  on: { en: 'on', ja: '発生中' },
  acknowledged: { en: 'acknowledged', ja: '確認済み' },
  resolved: { en: 'resolved', ja: '解消' },
  page: { en: 'page', ja: '呼び出し' },
  ticket: { en: 'ticket', ja: 'チケット' },
  shadow: { en: 'watches only', ja: '試験運用' },
  'page-fires': { en: 'its page told', ja: '呼び出し済み' },
  past: { en: 'found later', ja: '後から判明' },
} as const satisfies Readonly<Record<string, Pair>>;

/** What a tier's two windows and the guard say. */
export const tierVerdictWords = {
  fires: { en: 'fires', ja: '発生' },
  'no-traffic': { en: 'no traffic', ja: 'リクエストなし' },
  'slow-enough': { en: 'slow enough', ja: '問題なし' },
  'over-already': { en: 'over already', ja: '収束済み' },
  'small-share': { en: 'too small a share of the budget', ja: 'バジェットへの影響が小さい' },
  'not-significant': { en: 'not significant', ja: '有意でない' },
} as const satisfies Readonly<Record<string, Pair>>;

export const sloPhrases = {
  noneFits: {
    en: 'No SLO fits. Where none is defined yet, put OpenSLO documents into services/*.yaml.',
    ja: '該当する SLO はありません。まだ定義がなければ、services/*.yaml に OpenSLO の定義を置いてください。',
  },
  noPages: { en: 'No alert has fired.', ja: 'アラートはありません。' },
  nothingJudged: {
    en: 'Nothing was judged yet: no minute of its source has come in.',
    ja: 'まだ判定していません。計測データが届いていません。',
  },
  guard: {
    en: '{bad} of {total} failed; by chance that happens once in {odds}.',
    ja: '{total} 件中 {bad} 件が不良です。偶然なら {odds} 回に 1 回です。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
