import type { ProblemWordsOf } from './words-of.ts';

/** What keeps Sekisho from being reached, or from reaching an account. */
export const placeWords: ProblemWordsOf<
  'role-of-other-partition' | 'external-id-without-role' | 'http-without-url' | 'http-insecure'
> = {
  'role-of-other-partition': {
    en: (f) => ({
      why: `The role ${f.value} is of another part of AWS than the region ${f.region}.`,
      fix: 'ARNs begin with arn:aws-cn in China, arn:aws-us-gov in GovCloud, arn:aws elsewhere.',
    }),
    ja: (f) => ({
      why: `ロール ${f.value} とリージョン ${f.region} の AWS パーティションが違います。`,
      fix: '中国では arn:aws-cn、GovCloud では arn:aws-us-gov、ほかでは arn:aws で始めてください。',
    }),
  },
  'external-id-without-role': {
    en: () => ({
      why: 'An external id is used only for assuming a role, and there is none.',
      fix: 'Add "roleArn", or leave "externalId" out.',
    }),
    ja: () => ({
      why: '外部 ID はロールの引き受けにだけ使いますが、ロールがありません。',
      fix: 'roleArn を書くか、externalId を省いてください。',
    }),
  },
  'http-without-url': {
    en: () => ({
      why: 'In mode http Slack calls Sekisho, but nothing says where.',
      fix: 'Add "url" with the public https address, or use mode: socket, which needs none.',
    }),
    ja: () => ({
      why: 'mode: http では Slack が Sekisho を呼び出しますが、その宛先がありません。',
      fix: 'url に公開されている https のアドレスを書くか、アドレスの要らない mode: socket にしてください。',
    }),
  },
  'http-insecure': {
    en: (f) => ({
      why: `Slack in mode http calls only https addresses, not ${f.value}.`,
      fix: 'Give the https address, or use mode: socket.',
    }),
    ja: (f) => ({
      why: `mode: http の Slack が呼び出せるのは https のアドレスだけです(現在: ${f.value})。`,
      fix: 'https のアドレスを書くか、mode: socket にしてください。',
    }),
  },
};
