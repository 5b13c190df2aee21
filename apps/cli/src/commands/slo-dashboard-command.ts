import type { LocalCommand } from './local-command.ts';

export const sloDashboard: LocalCommand = {
  words: ['slo', 'dashboard'],
  argument: '[file]',
  examples: [
    'slo dashboard slos.yml --slo checkout > dashboard.json',
    'slo dashboard slos.yml --window 28d --out dashboards/',
  ],
  help: {
    en: "make Grafana dashboards over the series of 'slo rules'",
    ja: '「slo rules」の系列を表示する Grafana ダッシュボードを生成',
  },
  options: [
    {
      flags: '--dialect <dialect>',
      help: {
        en: "the dialect of the rules: sloth or exact (default: sloth); the series' names are the same",
        ja: 'ルールの方言: sloth または exact (既定は sloth)。系列の名前は同じ',
      },
      choices: ['sloth', 'exact'],
    },
    {
      flags: '--window <span>',
      help: {
        en: "the SLOs' period, as for the rules (default: 30d)",
        ja: 'SLO の期間。ルールと同じ値 (既定は 30d)',
      },
    },
    {
      flags: '--windows <file>',
      help: {
        en: "alert windows of your own, as for the rules (Sloth's kind: AlertWindows); may be repeated",
        ja: '独自のアラートウィンドウ。ルールと同じもの (Sloth の kind: AlertWindows)。繰り返し可',
      },
      many: true,
    },
    {
      flags: '--slo <name>',
      help: { en: 'only this SLO of the file', ja: 'ファイルのうちこの SLO だけを対象にする' },
    },
    {
      flags: '--out <folder>',
      help: { en: 'write one file for each SLO', ja: 'SLO ごとに 1 ファイルを書き出す' },
    },
  ],
  work: async (host, asked) =>
    (await import('../offline/slo/dashboard/dashboard.ts')).dashboard(host, asked),
};
