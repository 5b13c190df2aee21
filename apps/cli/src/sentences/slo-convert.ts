import type { Pair } from '@sekisho/words/language';

/** About writing definitions in another format. */
export const convertSentences = {
  'convert-no-file': {
    en: 'Which definitions? Name files, or - for standard input: sekisho slo convert --to {to} slos.yaml',
    ja: '変換する定義のファイルを指定してください。標準入力は - です。例: sekisho slo convert --to {to} slos.yaml',
  },
  'convert-no-format': {
    en: 'To which format? Add --to with one of: {choices}',
    ja: '変換先の形式を --to で指定してください: {choices}',
  },
  'convert-bad': {
    en: '{count problem}, listed above. Mend them and run it again; nothing was written.',
    ja: '上記の問題が {count} 件あります。修正してもう一度実行してください。何も出力していません。',
  },
  'convert-strict': {
    en: '{count thing} would be lost or changed, listed above, and --strict makes that an error; nothing was written.',
    ja: '失われるか意味の変わる項目が {count} 件あります (--strict のためエラー)。何も出力していません。',
  },
  'convert-nothing-left': {
    en: 'Nothing of these files can be said in {to}, for the reasons above; nothing was written. Try another format.',
    ja: '上記の理由で {to} に書ける定義がありません。何も出力していません。別の形式を指定してください。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
