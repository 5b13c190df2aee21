import type { Pair } from '@sekisho/words/language';

/** About trust policies. */
export const accessSentences = {
  'access-lint-what': {
    en: 'What shall be looked at? sekisho access lint trust-policy FILE (- for standard input)',
    ja: '調べるものを指定してください: sekisho access lint trust-policy ファイル (- で標準入力)',
  },
  'access-no-policy': {
    en: '{file} is no trust policy, or holds references (Ref, Fn::Sub) in the place of values. It takes the JSON of the policy, or what `aws iam get-role` answers.',
    ja: '{file} は信頼ポリシーではないか、値の代わりに参照 (Ref、Fn::Sub) を含みます。ポリシーの JSON か、`aws iam get-role` の出力を渡してください。',
  },
  'access-lint-sound': {
    en: '{file}: nothing wrong was found.',
    ja: '{file}: 問題は見つかりませんでした。',
  },
  'access-lint-not-github': {
    en: '{file} lets nobody in by OpenID Connect, so there was nothing to look at.',
    ja: '{file} には OpenID Connect で引き受けを許す文がなく、調べるものがありませんでした。',
  },
  'access-lint-found': {
    en: '{file}: {count problem}. `sekisho access trust-policy` writes a policy without any.',
    ja: '{file}: {count} 件の問題があります。`sekisho access trust-policy` で問題のないポリシーを生成できます。',
  },
  'trust-policy-missing': {
    en: 'Name the role’s account and the repository: --account 111122223333 --repository acme@1001/infra@2002',
    ja: 'ロールのアカウントとリポジトリを指定してください: --account 111122223333 --repository acme@1001/infra@2002',
  },
  'trust-policy-from': {
    en: 'Say whose jobs: --environment production, or --ref refs/heads/main (one of the two).',
    ja: 'どのジョブかを --environment production か --ref refs/heads/main のどちらか一方で指定してください。',
  },
  'trust-policy-account': {
    en: '--account takes twelve digits, not "{value}".',
    ja: '--account には 12 桁の数字を指定してください (「{value}」は使えません)。',
  },
  'trust-policy-repository': {
    en: '--repository takes OWNER@OWNER_ID/REPO@REPO_ID, such as acme@1001/infra@2002, not "{value}". gh api repos/OWNER/REPO --jq ".owner.id, .id" tells the ids.',
    ja: '--repository には acme@1001/infra@2002 のように OWNER@OWNER_ID/REPO@REPO_ID を指定してください (「{value}」は使えません)。ID は gh api repos/OWNER/REPO --jq ".owner.id, .id" で確認できます。',
  },
  'trust-policy-environment': {
    en: '--environment takes the name of one environment, without wildcards and variables, not "{value}".',
    ja: '--environment には環境の名前を一つ、ワイルドカードや変数を使わずに指定してください (「{value}」は使えません)。',
  },
  'trust-policy-ref': {
    en: '--ref takes a whole ref such as refs/heads/main, not "{value}".',
    ja: '--ref には refs/heads/main のような ref 全体を指定してください (「{value}」は使えません)。',
  },
  'trust-policy-workflow': {
    en: '--workflow takes OWNER/REPO/.github/workflows/FILE@REF, not "{value}".',
    ja: '--workflow には OWNER/REPO/.github/workflows/FILE@REF を指定してください (「{value}」は使えません)。',
  },
  'trust-policy-audience': {
    en: '--audience takes one audience without spaces or wildcards, not "{value}".',
    ja: '--audience には空白やワイルドカードのない値を一つ指定してください (「{value}」は使えません)。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
