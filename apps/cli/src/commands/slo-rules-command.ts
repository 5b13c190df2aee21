import type { LocalCommand } from './local-command.ts';

export const sloRules: LocalCommand = {
  words: ['slo', 'rules'],
  argument: '[file]',
  examples: [
    'slo rules --dialect sloth slos.yml > rules.yml',
    'slo rules --dialect exact --window 28d slos.yml > rules.yml',
  ],
  help: {
    en: "make Prometheus rules of Sloth's specs (plain, Kubernetes, OpenSLO v1alpha)",
    ja: 'Sloth の定義 (通常・Kubernetes・OpenSLO v1alpha) から Prometheus のルールを生成',
  },
  options: [
    {
      flags: '--dialect <dialect>',
      help: {
        en: 'sloth: what Sloth writes; exact: the same names over true event sums, right in idle time and before the first error (default: sloth)',
        ja: 'sloth: Sloth と同じ出力。exact: 同じ名前で、実際の件数から計算 (無通信の間や最初のエラーの前も正しい)。既定は sloth',
      },
      choices: ['sloth', 'exact'],
    },
    {
      flags: '--window <span>',
      help: {
        en: "the SLOs' period, such as 28d (default: 30d)",
        ja: 'SLO の期間。例: 28d (既定は 30d)',
      },
    },
    {
      flags: '--windows <file>',
      help: {
        en: "alert windows of your own (Sloth's kind: AlertWindows); may be repeated",
        ja: '独自のアラートウィンドウ (Sloth の kind: AlertWindows)。繰り返し可',
      },
      many: true,
    },
    {
      flags: '--extra-labels <name=value>',
      help: {
        en: 'a label for every SLO; may be repeated',
        ja: 'すべての SLO に付けるラベル。繰り返し可',
      },
      many: true,
    },
    {
      flags: '--disable-recordings',
      help: { en: 'make no recording rules', ja: '記録ルールを生成しない' },
    },
    {
      flags: '--disable-alerts',
      help: { en: 'make no alerts', ja: 'アラートを生成しない' },
    },
    {
      flags: '--merge',
      help: {
        en: 'put the groups of all documents into one, for Prometheus reads only the first of a file',
        ja: '全文書のグループを 1 つにまとめる (Prometheus はファイルの最初の文書だけを読む)',
      },
    },
    {
      flags: '--strict',
      help: { en: 'fail where there would be a warning', ja: '警告があればエラーにする' },
    },
  ],
  work: async (host, asked) => (await import('../offline/slo/rules.ts')).rules(host, asked),
};
