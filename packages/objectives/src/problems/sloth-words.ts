import { listOf, type ProblemWordsOf } from './words-of.ts';

/** What may be wrong with specs of Sloth themselves. */
export const slothWords: ProblemWordsOf<
  | 'not-sloth'
  | 'sloth-name'
  | 'same-slo'
  | 'no-sli'
  | 'several-slis'
  | 'same-queries'
  | 'no-window-variable'
  | 'strange-template'
  | 'query-unbalanced'
  | 'query-ends-in-comment'
  | 'label-name'
  | 'sli-plugin'
  | 'slo-plugin'
  | 'empty-chain'
  | 'openslo-source'
  | 'openslo-threshold'
  | 'openslo-window'
> = {
  'not-sloth': {
    en: (f) => ({
      why: `This document is no spec that rules are made of (${f.value}).`,
      fix: `Begin it with one of: ${f.known.join(' | ')}.`,
    }),
    ja: (f) => ({
      why: `ルールを生成できる定義ではありません(${f.value})。`,
      fix: `次のどれかで始めてください: ${f.known.join(' | ')}`,
    }),
  },
  'sloth-name': {
    en: (f) => ({
      why: `${f.value} is no name that Sloth takes.`,
      fix: 'Use at least two letters, digits, "-", "_" and ".", beginning and ending with a letter or digit.',
    }),
    ja: (f) => ({
      why: `${f.value} は Sloth の名前に使えません。`,
      fix: '英数字と「-」「_」「.」で 2 文字以上、先頭と末尾は英数字にしてください。',
    }),
  },
  'same-slo': {
    en: (f) => ({
      why: `The SLO "${f.value}" is already there: ${f.first}. Their series would be one.`,
      fix: 'Rename one of them.',
    }),
    ja: (f) => ({
      why: `SLO「${f.value}」はすでにあります(${f.first})。系列が重なります。`,
      fix: 'どちらかの名前を変えてください。',
    }),
  },
  'no-sli': {
    en: (f) => ({
      why: 'Nothing says what is good and bad here.',
      fix: `Give one of: ${listOf(f.known, 'en')}.`,
    }),
    ja: (f) => ({
      why: '良し悪しの判定がありません。',
      fix: `次のどれかを書いてください: ${listOf(f.known, 'ja')}`,
    }),
  },
  'several-slis': {
    en: (f) => ({
      why: `One SLO has one SLI, and here are ${listOf(f.found, 'en')}.`,
      fix: 'Keep one of them.',
    }),
    ja: (f) => ({
      why: `SLI は一つだけです(現在: ${listOf(f.found, 'ja')})。`,
      fix: 'どれか一つを残してください。',
    }),
  },
  'same-queries': {
    en: () => ({
      why: 'The queries of errors and of all events are the same.',
      fix: 'Let the first select only what is bad.',
    }),
    ja: () => ({
      why: 'エラーと全体のクエリが同じです。',
      fix: 'エラーのクエリを、悪いものだけを選ぶ条件にしてください。',
    }),
  },
  'no-window-variable': {
    en: () => ({
      why: 'The query does not say where the window belongs.',
      fix: 'Write {{.window}} in place of the span, as in rate(requests_total[{{.window}}]).',
    }),
    ja: () => ({
      why: 'クエリにウィンドウの位置がありません。',
      fix: '期間の位置に {{.window}} と書いてください。例: rate(requests_total[{{.window}}])',
    }),
  },
  'strange-template': {
    en: (f) => ({
      why: `${f.value} is not understood in a query.`,
      fix: 'Only {{.window}} is; write anything else out.',
    }),
    ja: (f) => ({
      why: `クエリの中の ${f.value} は使えません。`,
      fix: '使えるのは {{.window}} だけです。ほかは直接書いてください。',
    }),
  },
  'query-unbalanced': {
    en: (f) => ({
      why: `The brackets or quotes of the query do not match (${f.value}).`,
      fix: 'Close what is open; the query stands inside brackets in the rules.',
    }),
    ja: (f) => ({
      why: `クエリの括弧か引用符が対応していません(${f.value})。`,
      fix: '閉じ忘れを直してください。',
    }),
  },
  'query-ends-in-comment': {
    en: () => ({
      why: 'The comment at the end of the query would swallow what the rule puts after it.',
      fix: 'Remove the comment, or put it in the YAML.',
    }),
    ja: () => ({
      why: 'クエリ末尾のコメントが、ルールの続きを打ち消します。',
      fix: 'コメントを消すか、YAML のコメントにしてください。',
    }),
  },
  'label-name': {
    en: (f) => ({ why: `${f.value} is no name of a label.`, fix: 'Use another name.' }),
    ja: (f) => ({
      why: `${f.value} はラベル名に使えません。`,
      fix: '別の名前にしてください。',
    }),
  },
  'sli-plugin': {
    en: (f) => ({
      why: `The SLI comes from the plug-in ${f.value}, a program of Sloth's that is not run here.`,
      fix: 'Write the queries it makes as "events" or "raw": `sloth generate` shows them.',
    }),
    ja: (f) => ({
      why: `SLI プラグイン ${f.value} は Sloth のプログラムなので、ここでは実行しません。`,
      fix: 'プラグインが作るクエリを events か raw に書いてください(`sloth generate` で確認できます)。',
    }),
  },
  'slo-plugin': {
    en: (f) => ({
      why: `The plug-in ${f.value} is not known here, so its rules cannot be made.`,
      fix: `Remove it, or make these rules with Sloth itself. Known: ${listOf(f.known, 'en')}.`,
    }),
    ja: (f) => ({
      why: `プラグイン ${f.value} のルールは生成できません。`,
      fix: `消すか、Sloth 本体で生成してください。使えるもの: ${listOf(f.known, 'ja')}`,
    }),
  },
  'empty-chain': {
    en: () => ({
      why: '"overridePrevious" removes all plug-ins, and none is named, so there would be no rules.',
      fix: 'Name plug-ins in "chain", or remove "overridePrevious".',
    }),
    ja: () => ({
      why: 'overridePrevious ですべて取り除かれ、ルールが一つも生成されません。',
      fix: 'chain にプラグインを書くか、overridePrevious を消してください。',
    }),
  },
  'openslo-source': {
    en: (f) => ({
      why: `Rules of Prometheus cannot be made of ${f.value}.`,
      fix: 'Use "source: prometheus" and "queryType: promql".',
    }),
    ja: (f) => ({
      why: `${f.value} からは Prometheus のルールを作れません。`,
      fix: 'source: prometheus と queryType: promql にしてください。',
    }),
  },
  'openslo-threshold': {
    en: () => ({
      why: 'Rules are made of "ratioMetrics", and this objective has none.',
      fix: 'Give "good" and "total" under "ratioMetrics".',
    }),
    ja: () => ({
      why: 'この objective には ratioMetrics がなく、ルールを作れません。',
      fix: 'ratioMetrics に good と total を書いてください。',
    }),
  },
  'openslo-window': {
    en: (f) => ({
      why: `A window of ${f.value} is not one that rules are made for.`,
      fix: 'Give a whole number of days: "unit: Day".',
    }),
    ja: (f) => ({
      why: `${f.value} のウィンドウではルールを作れません。`,
      fix: 'unit: Day と日数(整数)で書いてください。',
    }),
  },
};
