import { listOf, type ProblemWordsOf } from './words-of.ts';

/** What the parts of OpenSLO documents may mean together. */
export const opensloWords: ProblemWordsOf<
  | 'both-given'
  | 'none-given'
  | 'calendar-rolls'
  | 'calendar-missing'
  | 'method-needs'
  | 'method-ignores'
  | 'threshold-needs'
  | 'ratio-ignores'
  | 'percent-as-share'
  | 'slice-over-window'
  | 'unknown-reference'
  | 'duplicate-name'
> = {
  'both-given': {
    en: (f) => ({
      why: `"${f.first}" and "${f.second}" exclude each other.`,
      fix: 'Keep one of them.',
    }),
    ja: (f) => ({
      why: `「${f.first}」と「${f.second}」は同時に使えません。`,
      fix: 'どちらか一方を残してください。',
    }),
  },
  'none-given': {
    en: (f) => ({
      why: 'Something is missing here.',
      fix: `Give one of: ${listOf(f.options, 'en')}.`,
    }),
    ja: (f) => ({
      why: '必要な項目がありません。',
      fix: `次のどれかを書いてください: ${listOf(f.options, 'ja')}`,
    }),
  },
  'calendar-rolls': {
    en: () => ({
      why: 'A rolling window has no calendar.',
      fix: 'Remove "calendar", or write "isRolling: false".',
    }),
    ja: () => ({
      why: 'ローリングウィンドウに calendar は使えません。',
      fix: 'calendar を消すか、isRolling を false にしてください。',
    }),
  },
  'calendar-missing': {
    en: () => ({
      why: 'A window that does not roll needs to know when it begins, and in which time zone.',
      fix: 'Add "calendar" with "startTime" and "timeZone", or write "isRolling: true".',
    }),
    ja: () => ({
      why: '固定ウィンドウには開始日時とタイムゾーンが必要です。',
      fix: 'calendar に startTime と timeZone を書くか、isRolling を true にしてください。',
    }),
  },
  'method-needs': {
    en: (f) => ({
      why: `The budgeting method ${f.method} needs "${f.key}".`,
      fix: 'Add it to this objective.',
    }),
    ja: (f) => ({
      why: `budgetingMethod が ${f.method} のときは「${f.key}」が必要です。`,
      fix: 'この objective に追加してください。',
    }),
  },
  'method-ignores': {
    en: (f) => ({
      why: `The budgeting method ${f.method} has no use for "${f.key}".`,
      fix: 'Remove it, or choose another method.',
    }),
    ja: (f) => ({
      why: `budgetingMethod が ${f.method} のとき「${f.key}」は使われません。`,
      fix: '消すか、別の方式を選んでください。',
    }),
  },
  'threshold-needs': {
    en: (f) => ({
      why: `A threshold metric is compared with a value, and "${f.key}" is missing.`,
      fix: 'Give both "op" and "value" in this objective.',
    }),
    ja: (f) => ({
      why: `thresholdMetric の比較に必要な「${f.key}」がありません。`,
      fix: 'この objective に op と value を両方書いてください。',
    }),
  },
  'ratio-ignores': {
    en: (f) => ({
      why: `A ratio metric is compared with nothing, so "${f.key}" changes nothing.`,
      fix: 'Remove it.',
    }),
    ja: (f) => ({
      why: `ratioMetric では「${f.key}」は使われません。`,
      fix: '消してください。',
    }),
  },
  'percent-as-share': {
    en: (f) => ({
      why: `${f.value} % is a very low target; was a share meant?`,
      fix: 'Write percent, such as 99.9, or use "target" for a share.',
    }),
    ja: (f) => ({
      why: `${f.value} % は極端に低い目標です。割合のつもりではありませんか。`,
      fix: '99.9 のような百分率にするか、割合なら target を使ってください。',
    }),
  },
  'slice-over-window': {
    en: (f) => ({
      why: `A time slice of ${f.slice} is longer than the window of ${f.window}.`,
      fix: 'Make the slice shorter.',
    }),
    ja: (f) => ({
      why: `タイムスライス ${f.slice} がウィンドウ ${f.window} より長くなっています。`,
      fix: 'スライスを短くしてください。',
    }),
  },
  'unknown-reference': {
    en: (f) => ({
      why: `No ${f.kind} is called ${f.value} in the files given.`,
      fix: `Give its file too, or use one of: ${listOf(f.known, 'en') || '(none)'}.`,
    }),
    ja: (f) => ({
      why: `指定されたファイルに ${f.value} という ${f.kind} がありません。`,
      fix: `定義のあるファイルも指定するか、次から選んでください: ${listOf(f.known, 'ja') || '(なし)'}`,
    }),
  },
  'duplicate-name': {
    en: (f) => ({
      why: `Another ${f.kind} is already called ${f.value} (${f.first}).`,
      fix: 'Rename one of them.',
    }),
    ja: (f) => ({
      why: `${f.value} という ${f.kind} はすでに ${f.first} にあります。`,
      fix: 'どちらかの名前を変えてください。',
    }),
  },
};
