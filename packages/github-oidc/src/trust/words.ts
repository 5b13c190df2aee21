import type { Language } from '@sekisho/words';
import { conditionWords } from './condition-words.ts';
import type { TrustCode, TrustFinding } from './finding.ts';
import { isServer } from './issuers.ts';
import type { Say, Words } from './say.ts';
import { statementWords } from './statement-words.ts';

/** What each finding means, and what to do. */
const words: Readonly<Record<TrustCode, Readonly<Record<Language, Say>>>> = {
  'missing-sub': {
    en: ({ subject, value }) => ({
      message:
        value === ''
          ? 'No condition says which repository: every repository on GitHub can assume this role.'
          : `Nothing but "*" is asked of "sub", and AWS takes no such policy, whatever it asks of ${value}.`,
      fix: `Add a StringEquals condition on "sub": ${subject}.`,
    }),
    ja: ({ subject, value }) => ({
      message:
        value === ''
          ? 'リポジトリを限る条件がありません。GitHub 上のどのリポジトリからでもこのロールを引き受けられます。'
          : `sub を限る条件がありません。${value} の条件があっても、AWS はこのようなポリシーを受け付けません。`,
      fix: `sub に StringEquals の条件を付けてください: ${subject}`,
    }),
  },
  'any-repository': {
    en: ({ subject }) => ({
      message: 'The condition on "sub" fits the repositories of strangers too.',
      fix: `Write the subject in full, without wildcards: ${subject}.`,
    }),
    ja: ({ subject }) => ({
      message: 'sub の条件に、無関係な人のリポジトリも当てはまります。',
      fix: `ワイルドカードを使わず、全体を書いてください: ${subject}`,
    }),
  },
  'lookalike-owner': {
    en: ({ subject }) => ({
      message:
        'The condition on "sub" also fits owners whose name only begins like yours, which anybody can register.',
      fix: `End the owner's name, and use no wildcard: ${subject}.`,
    }),
    ja: ({ subject }) => ({
      message: 'sub の条件に、名前の始まりが同じだけの、誰でも登録できる所有者も当てはまります。',
      fix: `所有者の名前を最後まで書き、ワイルドカードを使わないでください: ${subject}`,
    }),
  },
  'any-repository-of-owner': {
    en: ({ subject }) => ({
      message: 'Other repositories of the owner can assume this role as well.',
      fix: `Name one repository: ${subject}.`,
    }),
    ja: ({ subject }) => ({
      message: '同じ所有者のほかのリポジトリからも、このロールを引き受けられます。',
      fix: `リポジトリを一つに限ってください: ${subject}`,
    }),
  },
  'open-id': {
    en: ({ subject }) => ({
      message: 'The ids are left open, so whoever takes the name over later comes in too.',
      fix: `Write the subject with its ids in full: ${subject}.`,
    }),
    ja: ({ subject }) => ({
      message:
        'ID が限られていないため、あとで同じ名前を取った人のリポジトリからも引き受けられます。',
      fix: `sub に ID まで全体を書いてください: ${subject}`,
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
  ...statementWords,
  ...conditionWords,
  'old-subject': {
    en: ({ subject }) => ({
      message:
        'Only the subject of names fits. A repository that was created, renamed or transferred since 2026-07-15 has ids in it, and a name can be taken by somebody else.',
      fix: `List both forms, and add a condition on repository_id: ${subject}.`,
    }),
    ja: ({ subject }) => ({
      message:
        '名前だけの sub しか当てはまりません。2026-07-15 以降に作成・改名・移管されたリポジトリの sub には ID が入り、古い名前は他人に取られることがあります。',
      fix: `両方の形を並べ、repository_id の条件も付けてください: ${subject}`,
    }),
  },
  'colon-in-name': {
    en: ({ value }) => ({
      message: `A colon in an environment's name stands as %3A in tokens, so "${value}" fits none.`,
      fix: 'Write %3A in its place.',
    }),
    ja: ({ value }) => ({
      message: `環境名のコロンはトークンでは %3A になるため、「${value}」はどれにも一致しません。`,
      fix: 'コロンを %3A と書いてください。',
    }),
  },
};

/** A finding in somebody's language, with the statement that it is in. */
export function trustFindingText(finding: TrustFinding, language: Language): Words {
  const { code, statement, value, issuer, audience } = finding;
  const subject = isServer(issuer) ? names : ids;
  const { message, fix } = words[code][language]({ value, issuer, audience, subject });
  return { message: `${statement}: ${message}`, fix };
}

const names = 'repo:OWNER/REPO:environment:NAME';
const ids =
  'repo:OWNER@OWNER_ID/REPO@REPO_ID:environment:NAME (ids: gh api repos/OWNER/REPO --jq ".owner.id, .id")';
