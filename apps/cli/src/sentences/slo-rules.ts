import type { Pair } from '@sekisho/words/language';

/** About making rules for Prometheus. */
export const rulesSentences = {
  'rules-no-file': {
    en: 'Which SLOs? Name a file: sekisho slo rules --dialect sloth slos.yml',
    ja: 'SLO のファイルを指定してください。例: sekisho slo rules --dialect sloth slos.yml',
  },
  'rules-bad': {
    en: '{file} has {count problem}, listed above. Mend them and run it again; no rules were written.',
    ja: '{file} に {count} 件の問題があります。修正してもう一度実行してください。ルールは出力していません。',
  },
  'rules-strict': {
    en: '{count warning}, listed above, and --strict makes them errors; no rules were written.',
    ja: '上記の警告が {count} 件あります (--strict のためエラー)。ルールは出力していません。',
  },
  'rules-warning': { en: 'Warning: {text}', ja: '警告: {text}' },
  'rules-not-a-period': {
    en: '--window takes a duration of Prometheus such as 30d or 4w, not "{value}".',
    ja: '--window には 30d や 4w のような Prometheus の期間を指定してください (「{value}」は使えません)。',
  },
  'rules-not-a-label': {
    en: '--extra-labels takes name=value, such as cluster=tokyo, not "{value}".',
    ja: '--extra-labels には cluster=tokyo のように 名前=値 を指定してください (「{value}」は使えません)。',
  },
  'rules-several': {
    en: 'Warning: these are {count} documents, and Prometheus loads only the first of a file. Split them, or use --merge.',
    ja: '警告: 文書が {count} 個あります。Prometheus はファイルの最初の文書しか読みません。分割するか --merge を付けてください。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
