import type { Language } from '@sekisho/words';
import { conditionWords, type Say, type Words } from './condition-words.ts';
import type { TrustCode, TrustFinding } from './finding.ts';

const ids =
  'repo:OWNER@OWNER_ID/REPO@REPO_ID:environment:NAME (ids: gh api repos/OWNER/REPO --jq ".owner.id, .id")';

/** What each finding means, and what to do. */
const words: Readonly<Record<TrustCode, Readonly<Record<Language, Say>>>> = {
  'any-principal': {
    en: () => ({
      message: 'Anybody may try to assume this role.',
      fix: 'Name the provider: {"Federated": "arn:aws:iam::ACCOUNT:oidc-provider/token.actions.githubusercontent.com"}.',
    }),
    ja: () => ({
      message: '誰でもこのロールの引き受けを試みられます。',
      fix: 'Principal にプロバイダーを書いてください: {"Federated": "arn:aws:iam::ACCOUNT:oidc-provider/token.actions.githubusercontent.com"}',
    }),
  },
  'wrong-action': {
    en: (value) => ({
      message: `GitHub's tokens are used with sts:AssumeRoleWithWebIdentity, which ${value || 'nothing'} does not allow.`,
      fix: 'Set "Action" to sts:AssumeRoleWithWebIdentity.',
    }),
    ja: (value) => ({
      message: `GitHub のトークンは sts:AssumeRoleWithWebIdentity で使いますが、許可されていません(現在: ${value || 'なし'})。`,
      fix: 'Action を sts:AssumeRoleWithWebIdentity にしてください。',
    }),
  },
  'missing-sub': {
    en: () => ({
      message:
        'No condition says which repository: every repository on GitHub can assume this role.',
      fix: `Add a StringEquals condition on "sub": ${ids}.`,
    }),
    ja: () => ({
      message:
        'リポジトリを限る条件がありません。GitHub 上のどのリポジトリからでもこのロールを引き受けられます。',
      fix: `sub に StringEquals の条件を付けてください: ${ids}`,
    }),
  },
  'any-repository': {
    en: () => ({
      message: 'The condition on "sub" fits the repositories of strangers too.',
      fix: `Write the subject in full, without wildcards: ${ids}.`,
    }),
    ja: () => ({
      message: 'sub の条件に、無関係な人のリポジトリも当てはまります。',
      fix: `ワイルドカードを使わず、全体を書いてください: ${ids}`,
    }),
  },
  'lookalike-owner': {
    en: () => ({
      message:
        'The condition on "sub" also fits owners whose name only begins like yours, which anybody can register.',
      fix: `End the owner's name, and use no wildcard: ${ids}.`,
    }),
    ja: () => ({
      message: 'sub の条件に、名前の始まりが同じだけの、誰でも登録できる所有者も当てはまります。',
      fix: `所有者の名前を最後まで書き、ワイルドカードを使わないでください: ${ids}`,
    }),
  },
  'any-repository-of-owner': {
    en: () => ({
      message: 'Other repositories of the owner can assume this role as well.',
      fix: `Name one repository: ${ids}.`,
    }),
    ja: () => ({
      message: '同じ所有者のほかのリポジトリからも、このロールを引き受けられます。',
      fix: `リポジトリを一つに限ってください: ${ids}`,
    }),
  },
  'open-id': {
    en: () => ({
      message: 'The ids are left open, so whoever takes the name over later comes in too.',
      fix: `Write the subject with its ids in full: ${ids}.`,
    }),
    ja: () => ({
      message:
        'ID が限られていないため、あとで同じ名前を取った人のリポジトリからも引き受けられます。',
      fix: `sub に ID まで全体を書いてください: ${ids}`,
    }),
  },
  'pull-request': {
    en: () => ({
      message: 'Pull requests can assume this role, before anybody has reviewed them.',
      fix: 'Let in jobs of a protected environment or branch only: …:environment:NAME, or …:ref:refs/heads/main.',
    }),
    ja: () => ({
      message: 'レビュー前のプルリクエストからも、このロールを引き受けられます。',
      fix: '保護された環境かブランチのジョブだけに限ってください: …:environment:名前 または …:ref:refs/heads/main',
    }),
  },
  'any-ref': {
    en: () => ({
      message:
        'Branches or tags can assume this role that anybody who may push can make today, without protection.',
      fix: 'Name a protected environment or branch: …:environment:NAME, or …:ref:refs/heads/main.',
    }),
    ja: () => ({
      message:
        'push できる人が新しく作れる、保護のないブランチやタグからも、このロールを引き受けられます。',
      fix: '保護された環境かブランチを指定してください: …:environment:名前 または …:ref:refs/heads/main',
    }),
  },
  'any-environment': {
    en: () => ({
      message:
        'Environments can assume this role that anybody who may push can make today, without protection.',
      fix: 'Name the environment, without wildcards: …:environment:NAME.',
    }),
    ja: () => ({
      message: 'push できる人が新しく作れる、保護のない環境からも、このロールを引き受けられます。',
      fix: '環境の名前をワイルドカードなしで指定してください: …:environment:名前',
    }),
  },
  'missing-audience': {
    en: () => ({
      message:
        'Tokens that were made for somebody else are taken too: nothing asks for the audience.',
      fix: 'Add StringEquals on "aud": sts.amazonaws.com.',
    }),
    ja: () => ({
      message: 'aud の条件がないため、ほかの相手に向けたトークンも受け付けます。',
      fix: 'aud に StringEquals の条件を付けてください: sts.amazonaws.com',
    }),
  },
  'wrong-audience': {
    en: (value) => ({
      message: `The audience asked for is ${value}, and tokens for AWS are made for sts.amazonaws.com.`,
      fix: 'Ask for sts.amazonaws.com, or name your own with --audience if your jobs ask GitHub for it.',
    }),
    ja: (value) => ({
      message: `aud の条件が ${value} ですが、AWS 向けのトークンの aud は sts.amazonaws.com です。`,
      fix: 'sts.amazonaws.com にするか、独自の値を使っているなら --audience で指定してください。',
    }),
  },
  ...conditionWords,
  'old-subject': {
    en: () => ({
      message:
        'Only the subject of names fits. A repository that was created, renamed or transferred since 2026-07-15 has ids in it, and a name can be taken by somebody else.',
      fix: `List both forms, and add a condition on repository_id: ${ids}.`,
    }),
    ja: () => ({
      message:
        '名前だけの sub しか当てはまりません。2026-07-15 以降に作成・改名・移管されたリポジトリの sub には ID が入り、古い名前は他人に取られることがあります。',
      fix: `両方の形を並べ、repository_id の条件も付けてください: ${ids}`,
    }),
  },
  'colon-in-name': {
    en: (value) => ({
      message: `A colon in an environment's name stands as %3A in tokens, so "${value}" fits none.`,
      fix: 'Write %3A in its place.',
    }),
    ja: (value) => ({
      message: `環境名のコロンはトークンでは %3A になるため、「${value}」はどれにも一致しません。`,
      fix: 'コロンを %3A と書いてください。',
    }),
  },
};

/** A finding in somebody's language, with the statement that it is in. */
export function trustFindingText(
  { code, statement, value }: TrustFinding,
  language: Language,
): Words {
  const { message, fix } = words[code][language](value);
  return { message: `${statement}: ${message}`, fix };
}
