import type { LocalOption } from './local-command.ts';

/** How logs are read. */
export const formatOptions: readonly LocalOption[] = [
  {
    flags: '--format <format>',
    help: {
      en: 'alb, clb, cloudfront, combined (nginx, Apache), ltsv or jsonl; found out when unsaid',
      ja: 'alb・clb・cloudfront・combined (nginx、Apache)・ltsv・jsonl。省略すると判定する',
    },
    choices: ['alb', 'clb', 'cloudfront', 'combined', 'ltsv', 'jsonl'],
  },
  {
    flags: '--field <name>',
    help: {
      en: 'where ltsv and jsonl keep something, such as status=res.code or latency=took:ms',
      ja: 'ltsv と jsonl の項目名。例: status=res.code、latency=took:ms',
    },
    many: true,
  },
];

/** What an SLI over logs counts. */
export const sliOptions: readonly LocalOption[] = [
  {
    flags: '--bad-status <statuses>',
    help: {
      en: 'statuses that are bad, such as 5xx,429 or 500-599 (default 500 and above)',
      ja: '不良とするステータス。例: 5xx,429、500-599 (既定は 500 以上)',
    },
    many: true,
  },
  {
    flags: '--slow-after <time>',
    help: {
      en: 'bad as well when it took longer, such as 300ms or 1.5s',
      ja: 'これより長くかかったものも不良とする。例: 300ms、1.5s',
    },
  },
  {
    flags: '--exclude-status <statuses>',
    help: {
      en: 'statuses that count for nothing, such as 499,460',
      ja: '除外するステータス。例: 499,460',
    },
    many: true,
  },
  {
    flags: '--exclude-path <pattern>',
    help: {
      en: 'paths that count for nothing, such as "/healthz"',
      ja: '除外するパス。例: "/healthz"',
    },
    many: true,
  },
  {
    flags: '--path <pattern>',
    help: {
      en: 'only these paths, without query; * is anything, ? one character',
      ja: 'このパスだけを数える (クエリーを除く)。* は任意の文字列、? は 1 文字',
    },
    many: true,
  },
  {
    flags: '--host <pattern>',
    help: { en: 'only these host names', ja: 'このホスト名だけを数える' },
    many: true,
  },
  {
    flags: '--method <method>',
    help: { en: 'only these methods, such as GET', ja: 'このメソッドだけを数える。例: GET' },
    many: true,
  },
];

export const strictOption: LocalOption = {
  flags: '--strict',
  help: {
    en: 'fail when a line cannot be counted',
    ja: '集計できない行があればエラーにする',
  },
};

/** Counting by another engine. */
export const sqlOptions: readonly LocalOption[] = [
  {
    flags: '--sql <engine>',
    help: {
      en: 'count nothing: print the SQL by which duckdb, clickhouse or athena counts the same',
      ja: '集計せずに、同じ結果になる SQL を表示する (duckdb・clickhouse・athena)',
    },
    choices: ['duckdb', 'clickhouse', 'athena'],
  },
  {
    flags: '--table <name>',
    help: {
      en: 'with --sql: the table with one log line in each row (column "line"), instead of files',
      ja: '--sql と併用: ファイルの代わりに、ログの 1 行を 1 レコード (列 line) として持つ表',
    },
  },
];
