import type { Pair } from '@sekisho/words/language';

/** About what a service's metrics, logs and answers yield. */
export const doctorSentences = {
  'doctor-what': {
    en: 'What is to be looked at? Name a metrics endpoint or a file of it, or use --logs, --graphql or --prometheus: sekisho slo doctor http://localhost:3000/metrics',
    ja: '調べる対象を指定してください (指標のエンドポイントかファイル、--logs、--graphql、--prometheus)。例: sekisho slo doctor http://localhost:3000/metrics',
  },
  'doctor-no-sli': {
    en: 'No SLI can be had from what was shown. Mend the first finding above, and ask again.',
    ja: 'この内容からは SLI を得られません。上の最初の項目を直してもう一度実行してください。',
  },
  'doctor-unreachable': {
    en: '{url} does not answer as it should ({detail}). Check the address, and that it can be reached from here.',
    ja: '{url} から正しい応答がありません ({detail})。アドレスと、ここから接続できることを確かめてください。',
  },
  'doctor-no-match': {
    en: '--match takes a selector of the service\'s series, such as \'{job="checkout"}\', not "{value}".',
    ja: '--match にはサービスの系列を選ぶセレクターを指定してください。例: \'{job="checkout"}\' (「{value}」は使えません)',
  },
  'doctor-not-a-url': {
    en: '--prometheus takes an address such as http://prometheus:9090/, not "{value}".',
    ja: '--prometheus には http://prometheus:9090/ のようなアドレスを指定してください (「{value}」は使えません)。',
  },
  'doctor-no-source': {
    en: 'The server has no source "{value}". Choose from: {choices}',
    ja: '「{value}」という計測元はサーバーにありません。次から選んでください: {choices}',
  },
  'doctor-written': { en: 'Written: {file}', ja: '{file} に書きました。' },
  'doctor-nothing-to-write': {
    en: 'There is nothing to write to {file}.',
    ja: '{file} に書くものはありません。',
  },
  'doctor-unwritable': {
    en: '{file} cannot be written ({detail}). Choose another path.',
    ja: '{file} に書き込めません ({detail})。別のパスを指定してください。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
