import type { TierName } from './sloth-facts.ts';
import { type Language, listOf, type ProblemWordsOf } from './words-of.ts';

const tiers: Readonly<Record<TierName, Readonly<Record<Language, string>>>> = {
  'page-quick': { en: 'quick page', ja: 'page(早い段)' },
  'page-slow': { en: 'slow page', ja: 'page(遅い段)' },
  'ticket-quick': { en: 'quick ticket', ja: 'ticket(早い段)' },
  'ticket-slow': { en: 'slow ticket', ja: 'ticket(遅い段)' },
};

/** What may be wrong with windows, and with rules that specs would give. */
export const rulesWords: ProblemWordsOf<
  | 'not-windows'
  | 'prometheus-duration'
  | 'window-too-long'
  | 'period-too-short'
  | 'period-without-windows'
  | 'several-periods'
  | 'dead-tier'
  | 'slow-below-one'
  | 'no-rules'
  | 'raw-not-exact'
> = {
  'not-windows': {
    en: (f) => ({
      why: `This document does not describe alert windows (${f.value}).`,
      fix: 'Begin it with "apiVersion: sloth.slok.dev/v1" and "kind: AlertWindows".',
    }),
    ja: (f) => ({
      why: `アラートウィンドウの定義ではありません(${f.value})。`,
      fix: 'apiVersion: sloth.slok.dev/v1 と kind: AlertWindows で始めてください。',
    }),
  },
  'prometheus-duration': {
    en: (f) => ({
      why: `${f.value} is no duration of Prometheus.`,
      fix: 'Write whole numbers with units, the longest first: 30d, 4w, 1h30m.',
    }),
    ja: (f) => ({
      why: `${f.value} は Prometheus の期間として読み取れません。`,
      fix: '30d、4w、1h30m のように、整数と単位を大きい順に書いてください。',
    }),
  },
  'window-too-long': {
    en: (f) => ({
      why: `The window ${f.value} must be shorter than ${f.limit}.`,
      fix: 'Shorten it.',
    }),
    ja: (f) => ({
      why: `ウィンドウ ${f.value} は ${f.limit} より短くなければなりません。`,
      fix: '短くしてください。',
    }),
  },
  'period-too-short': {
    en: (f) => ({
      why: `The alerts look back up to 3 days, so a period of ${f.value} cannot have them.`,
      fix: `Take whole days from ${f.minimum} on, or give windows of your own with --windows.`,
    }),
    ja: (f) => ({
      why: `アラートは最長 3 日を見るため、期間 ${f.value} には使えません。`,
      fix: `${f.minimum} 以上の日数にするか、--windows で独自のウィンドウを指定してください。`,
    }),
  },
  'period-without-windows': {
    en: (f) => ({
      why: `No alert windows are given for a period of ${f.value}.`,
      fix: `Give a file for it with --windows. Given: ${listOf(f.known, 'en')}.`,
    }),
    ja: (f) => ({
      why: `期間 ${f.value} のアラートウィンドウがありません。`,
      fix: `--windows でその期間のファイルを指定してください。指定済み: ${listOf(f.known, 'ja')}`,
    }),
  },
  'several-periods': {
    en: (f) => ({
      why: `Windows are given for several periods (${listOf(f.known, 'en')}), and nothing says which is meant.`,
      fix: 'Choose one with --window.',
    }),
    ja: (f) => ({
      why: `複数の期間(${listOf(f.known, 'ja')})のウィンドウがあり、どれを使うか決まりません。`,
      fix: '--window で選んでください。',
    }),
  },
  'dead-tier': {
    en: (f) => ({
      why: `The ${tiers[f.tier].en} of "${f.slo}" can never fire: ${round(f.factor)} × the budget ${round(f.budget)} = ${round(f.threshold)}, and no error ratio exceeds 1.`,
      fix: `Raise the objective above ${round(f.needed)} %, disable that alert, or give windows with --windows.`,
    }),
    ja: (f) => ({
      why: `「${f.slo}」の ${tiers[f.tier].ja} は決して発報しません(${round(f.factor)} × 予算 ${round(f.budget)} = ${round(f.threshold)}、エラー率は 1 を超えません)。`,
      fix: `目標を ${round(f.needed)}% より高くするか、そのアラートを無効にするか、--windows でウィンドウを指定してください。`,
    }),
  },
  'slow-below-one': {
    en: (f) => ({
      why: `In ${f.period} the slow ticket fires from ${round(f.factor)} × the sustainable pace, which leaves budget over.`,
      fix: 'Give windows that fit this period with --windows.',
    }),
    ja: (f) => ({
      why: `期間 ${f.period} では、予算が余る消費速度(${round(f.factor)} 倍)でも遅い ticket が発報します。`,
      fix: 'この期間に合うウィンドウを --windows で指定してください。',
    }),
  },
  'no-rules': {
    en: () => ({
      why: 'Everything is disabled, so there would be no rules.',
      fix: 'Leave recordings or alerts on.',
    }),
    ja: () => ({
      why: 'すべて無効なので、ルールが一つもありません。',
      fix: '記録ルールかアラートのどちらかを残してください。',
    }),
  },
  'raw-not-exact': {
    en: (f) => ({
      why: `"${f.slo}" gives only an error ratio, and ratios do not say how many events they stand for, so its rules cannot be exact.`,
      fix: 'Give "events" with an error and a total query, or use --dialect sloth.',
    }),
    ja: (f) => ({
      why: `「${f.slo}」はエラー率だけで件数が分からないため、正確なルールを作れません。`,
      fix: 'events にエラーと全体のクエリを書くか、--dialect sloth を使ってください。',
    }),
  },
};

/** Four digits are enough to see why. */
function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}
