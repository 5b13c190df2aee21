import type { LocalCommand, LocalOption } from './local-command.ts';
import { formatOptions, sliOptions, strictOption } from './slo-log-options.ts';

/** Options of every command that judges logs as an SLO would have been judged. */
export const judgeOptions: readonly LocalOption[] = [
  {
    flags: '--logs <patterns...>',
    help: {
      en: 'the logs: files, folders, patterns, or - for standard input; NAME=FILES for the data source or part NAME only',
      ja: 'ログ: ファイル・フォルダー・パターン、標準入力は -。特定のデータソースや部分だけのログは NAME=ファイル',
    },
    many: true,
  },
  {
    flags: '--window <span>',
    help: {
      en: "the budget's rolling window, such as 28d (default: what the file says, else 30d)",
      ja: 'バジェットの期間。例: 28d (既定はファイルの値、なければ 30d)',
    },
  },
  {
    flags: '--slo <name>',
    help: { en: 'only this SLO of the file', ja: 'ファイルのうちこの SLO だけを対象にする' },
  },
  ...formatOptions,
  ...sliOptions,
  strictOption,
];

export const sloReport: LocalCommand = {
  words: ['slo', 'report'],
  argument: '[files...]',
  examples: [
    'slo report --logs "logs/**/*.gz"',
    'slo report slos.yaml --logs logs/ --format alb --html report.html',
  ],
  help: {
    en: 'what logs say about an SLO: SLI, budget, and the pages it would have sent',
    ja: 'ログから SLI・バジェット・発報していたはずのアラートを報告',
  },
  options: [
    {
      flags: '--target <percent>',
      help: {
        en: 'share of good, such as 99.5 (default: what the file says, else 99.9)',
        ja: '目標の割合 (%)。例: 99.5 (既定はファイルの値、なければ 99.9)',
      },
    },
    {
      flags: '--html <file>',
      help: {
        en: 'write one self-contained HTML file with plots',
        ja: 'グラフ付きの HTML を 1 ファイルに書き出す',
      },
    },
    ...judgeOptions,
  ],
  work: async (host, asked) =>
    (await import('../offline/slo/report/report.ts')).report(host, asked),
};
