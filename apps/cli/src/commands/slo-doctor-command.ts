import type { LocalCommand } from './local-command.ts';
import { formatOptions } from './slo-log-options.ts';

export const sloDoctor: LocalCommand = {
  words: ['slo', 'doctor'],
  argument: '[metrics...]',
  examples: [
    'slo doctor http://localhost:3000/metrics --code . --patch sli.patch',
    'slo doctor --logs "logs/*.gz" --slow-after 300ms',
    `slo doctor --prometheus http://prometheus:9090/ --match '{job="checkout"}'`,
  ],
  help: {
    en: 'say which SLIs metrics (a URL or file), logs or GraphQL answers yield, why they yield no more, and draft what mends it; the exit code is 4 when they yield none',
    ja: '指標 (URL かファイル)・ログ・GraphQL の応答から得られる SLI と、得られない理由を示し、修正を下書きする。1 つも得られなければ終了コードは 4',
  },
  options: [
    {
      flags: '--metrics <input>',
      help: { en: 'a metrics endpoint or file of it', ja: '指標のエンドポイントかファイル' },
      many: true,
    },
    {
      flags: '--prometheus <url>',
      help: { en: 'a Prometheus, or what speaks its API', ja: 'Prometheus (互換 API でも可)' },
    },
    {
      flags: '--match <selector>',
      help: {
        en: `with --prometheus: the service's series, such as '{job="checkout"}'`,
        ja: `--prometheus と併用: サービスの系列。例: '{job="checkout"}'`,
      },
    },
    {
      flags: '--logs <files>',
      help: { en: 'log files, folders or patterns', ja: 'ログのファイル・フォルダー・パターン' },
      many: true,
    },
    {
      flags: '--graphql <input>',
      help: {
        en: 'answers of a GraphQL server as JSON Lines, or its address',
        ja: 'GraphQL サーバーの応答 (JSON Lines) か、そのアドレス',
      },
      many: true,
    },
    {
      flags: '--source <name>',
      help: {
        en: 'a source of the running server: failures, lateness, gaps, lines not understood',
        ja: '稼働中のサーバーの計測元 (失敗・遅れ・欠け・読めない行)',
      },
      many: true,
    },
    {
      flags: '--code <folder>',
      help: {
        en: "the service's code and nginx configuration, to draft patches against",
        ja: 'サービスのコードと nginx の設定 (パッチの下書きに使う)',
      },
    },
    {
      flags: '--patch <file>',
      help: {
        en: 'write the patch, for git apply in --code',
        ja: 'パッチを書き出す (--code で git apply)',
      },
    },
    {
      flags: '--document <file>',
      help: { en: 'write the drafted OpenSLO document', ja: 'OpenSLO の下書きを書き出す' },
    },
    { flags: '--service <name>', help: { en: "the service's name", ja: 'サービス名' } },
    {
      flags: '--target <percent>',
      help: { en: 'the target that is wanted (default 99.9)', ja: '目標値 (%) (既定は 99.9)' },
    },
    {
      flags: '--window <span>',
      help: { en: 'the window that is wanted (default 30d)', ja: '期間 (既定は 30d)' },
    },
    {
      flags: '--slow-after <time>',
      help: {
        en: 'the latency that is wanted, such as 300ms; the nearest that can be had when unsaid',
        ja: '速いとみなす所要時間。例: 300ms (省略すると得られる中で最も近いもの)',
      },
    },
    ...formatOptions,
  ],
  work: async (host, asked) =>
    (await import('../offline/slo/doctor/doctor.ts')).doctor(host, asked),
};
