import type { LocalCommand } from './local-command.ts';

export const sloClassify: LocalCommand = {
  words: ['slo', 'classify'],
  argument: '[kind]',
  examples: [
    'slo classify graphql < responses.jsonl',
    'slo classify graphql --rules graphql.yaml < responses.jsonl',
  ],
  help: {
    en: `judge responses, one JSON line each on standard input: good, bad or excluded (kind: graphql)

A line is {"status", "contentType", "body", "operation"?, "aborted"?}; body is the text of the
response. For each, {"class", "counts"} is printed on a line of its own, {"results": […]} for a
batch. Lines that cannot be read print nothing here: they are told on standard error with their
numbers, all others are still judged, and the exit code is then 2.`,
    ja: `標準入力の応答 (1 行に 1 つの JSON) を良・不良・除外に判定 (種類: graphql)

1 行は {"status", "contentType", "body", "operation"?, "aborted"?} で、body は応答の本文です。
それぞれについて {"class", "counts"} を 1 行で出力します。バッチは {"results": […]} になります。
読めない行は行番号を付けて標準エラー出力に知らせ、残りはすべて判定し、終了コードを 2 にします。`,
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
