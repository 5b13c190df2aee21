import type { Pair } from '@sekisho/words/language';

/** About objectives, and the logs that they are counted from. */
export const sloSentences = {
  'slo-no-file': {
    en: 'Which logs? Name files, folders or patterns, or - for standard input: sekisho slo count --format alb logs/*.gz',
    ja: '集計するログを指定してください。ファイル・フォルダー・パターン、標準入力は - です。例: sekisho slo count --format alb logs/*.gz',
  },
  'slo-file-missing': {
    en: '{file} cannot be read ({detail}). Check the path; nothing was counted.',
    ja: '{file} を読めません ({detail})。パスを確かめてください。集計はしていません。',
  },
  'slo-no-match': {
    en: 'There is no file at {file}. Check the pattern or the folder; nothing was counted.',
    ja: '{file} に当てはまるファイルがありません。パターンかフォルダーを確かめてください。集計はしていません。',
  },
  'slo-damaged': {
    en: '{file} could not be read to its end ({detail}). Only what came before the damage is counted: fetch the file again and repeat.',
    ja: '{file} を最後まで読めませんでした ({detail})。破損より前の行だけを集計しています。取得し直してもう一度実行してください。',
  },
  'slo-strict': {
    en: '{count} of {lines} lines could not be counted, and --strict makes that an error. Mend or remove them, or leave --strict out.',
    ja: '{lines} 行のうち {count} 行を集計できませんでした (--strict のためエラー)。行を直すか、--strict を外してください。',
  },
  'slo-unparsed': {
    en: '{count} of {lines} lines could not be counted: {reasons}. First: {sample}',
    ja: '{lines} 行のうち {count} 行を集計できませんでした: {reasons}。最初の行: {sample}',
  },
  'slo-which-format': {
    en: 'The format of {file} is not certain. Say it: --format {choices}',
    ja: '{file} の形式を特定できません。--format で指定してください: {choices}',
  },
  'slo-not-a-field': {
    en: '--field takes one of {choices}, = and a name, such as status=res.code or latency=took:ms (s, ms, us, ns), not "{value}".',
    ja: '--field は {choices} のどれかに = と名前を続けます。例: status=res.code、latency=took:ms (s, ms, us, ns)。「{value}」は使えません。',
  },
  'slo-fields-fixed': {
    en: '--field is for logs whose names are free: add --format ltsv or --format jsonl.',
    ja: '--field は項目名が自由な形式用です。--format ltsv か --format jsonl を付けてください。',
  },
  'slo-not-a-status': {
    en: '{option} takes statuses such as 5xx, 429 or 500-599, parted by commas, not "{value}".',
    ja: '{option} には 5xx、429、500-599 のようなステータスをコンマ区切りで指定してください (「{value}」は使えません)。',
  },
  'slo-not-a-time': {
    en: '--slow-after takes a time such as 300ms or 1.5s, not "{value}".',
    ja: '--slow-after には 300ms や 1.5s のような時間を指定してください (「{value}」は使えません)。',
  },
  'slo-empty-pattern': {
    en: '{option} needs a pattern such as "/api/*".',
    ja: '{option} には "/api/*" のようなパターンが必要です。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
