import type { LocalCommand } from './local-command.ts';

export const sloClassify: LocalCommand = {
  words: ['slo', 'classify'],
  argument: '[kind]',
  examples: [
    'slo classify graphql < responses.jsonl',
    'slo classify graphql --rules graphql.yaml < responses.jsonl',
  ],
  help: {
    en: 'judge responses (kind: graphql), a JSON line each on standard input, as good, bad or excluded; lines that cannot be read are told by number, all others are judged, and the exit code is then 2',
    ja: '標準入力の応答 (種類: graphql、1 行に 1 つの JSON) を良・不良・除外に判定。読めない行は行番号で知らせ、残りはすべて判定し、終了コードを 2 にする',
  },
  options: [
    {
      flags: '--rules <file>',
      help: {
        en: "the service's rules: codes, critical paths, partial success, trusted documents",
        ja: 'サービスの規則 (エラーコード、重要なパス、部分成功の重み、登録済みドキュメント)',
      },
    },
  ],
  work: async (host, asked) => (await import('../offline/slo/classify.ts')).classify(host, asked),
};
