import type { Pair } from '@sekisho/words/language';

/** About counting by another engine. */
export const sqlSentences = {
  'slo-sql-format': {
    en: 'No SQL reads {format} exactly as Sekisho does. Formats that it can: {choices}. Without --sql, {format} is counted here.',
    ja: '{format} を Sekisho と同じ結果で読む SQL はありません。対応する形式は {choices} です。--sql を外せば、{format} もここで集計できます。',
  },
  'slo-sql-where-duckdb': {
    en: 'Where are the lines? Name files or patterns, or a table: sekisho slo count --sql duckdb --format alb "logs/*.gz"',
    ja: 'ログの場所を、ファイル・パターンか --table で指定してください。例: sekisho slo count --sql duckdb --format alb "logs/*.gz"',
  },
  'slo-sql-where-clickhouse': {
    en: 'Where are the lines? Name one pattern in quotes, or a table: sekisho slo count --sql clickhouse --format alb "logs/*.gz"',
    ja: 'ログの場所を、引用符で囲んだパターン 1 つか --table で指定してください。例: sekisho slo count --sql clickhouse --format alb "logs/*.gz"',
  },
  'slo-sql-where-athena': {
    en: 'Where are the lines? Athena reads tables: sekisho slo count --sql athena --format alb --table logs.alb_lines',
    ja: 'Athena が読む表を --table で指定してください。例: sekisho slo count --sql athena --format alb --table logs.alb_lines',
  },
  'slo-sql-both': {
    en: 'Name either files or --table, not both.',
    ja: 'ファイルと --table は、どちらか一方だけを指定してください。',
  },
  'slo-sql-columns': {
    en: 'minute is in UTC. A row without a minute holds the lines that could not be counted.',
    ja: 'minute は UTC。minute が空の行は、集計できなかった行数を示す。',
  },
  'slo-sql-duckdb': {
    en: 'DuckDB refuses files that are not UTF-8, or hold a carriage return anywhere but at the end of every line.',
    ja: 'UTF-8 でないファイルと、復帰文字 (CR) が全行の行末以外にあるファイルは DuckDB が拒否する。',
  },
  'slo-sql-athena': {
    en: 'The table has one line of the log in each row. If there is none yet, put your names into:',
    ja: '表はログの 1 行を 1 レコードとする。まだなければ、名前を置き換えて作成する:',
  },
  'slo-sql-cloudfront': {
    en: 'For the columns of legacy standard logs; other columns are counted only by Sekisho itself.',
    ja: '標準ログ (レガシー) の列順のみに対応。ほかの列順は Sekisho 本体で集計する。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
