import type { Language } from '@sekisho/words';
import type { TrustCode } from './finding.ts';
import type { Say } from './say.ts';

/** Findings about a single condition: what each means, and what to do. */
export const conditionWords = {
  'for-all-values': {
    en: ({ value }) => ({
      message: `ForAllValues on "${value}" also holds when the token has no such claim.`,
      fix: 'Use the operator without ForAllValues: StringEquals takes a list, too.',
    }),
    ja: ({ value }) => ({
      message: `ForAllValues は、トークンに「${value}」がないときも成り立ってしまいます。`,
      fix: 'ForAllValues を外してください。StringEquals にもリストを書けます。',
    }),
  },
  'if-exists': {
    en: ({ value }) => ({
      message: `IfExists on "${value}" also holds when the token has no such claim.`,
      fix: 'Use the operator without IfExists.',
    }),
    ja: ({ value }) => ({
      message: `IfExists は、トークンに「${value}」がないときも成り立ってしまいます。`,
      fix: 'IfExists を外してください。',
    }),
  },
  'wildcard-in-equals': {
    en: ({ value, subject }) => ({
      message: `StringEquals takes "${value}" literally, so it fits no token.`,
      fix: `Write it in full, without wildcards; a subject: ${subject}. (StringLike would take the wildcard, and let in more than you may want.)`,
    }),
    ja: ({ value, subject }) => ({
      message: `StringEquals は「${value}」を文字どおりに比べるため、どのトークンにも一致しません。`,
      fix: `ワイルドカードを使わず、全体を書いてください。sub の形: ${subject} (StringLike ならワイルドカードが働きますが、広がりすぎに注意)`,
    }),
  },
  'no-such-subject': {
    en: ({ value, subject }) => ({
      message: `No token of GitHub's has a subject like "${value}", so nobody comes in by it.`,
      fix: `Write it as GitHub does: ${subject}, or with …:ref:refs/heads/main at its end.`,
    }),
    ja: ({ value, subject }) => ({
      message: `「${value}」という形の sub は GitHub のトークンにないため、誰も引き受けられません。`,
      fix: `GitHub の形で書いてください: ${subject} (末尾は …:ref:refs/heads/main でも可)`,
    }),
  },
  'unknown-claim': {
    en: ({ value }) => ({
      message: `AWS reads no claim "${value}" of GitHub's tokens, so this condition never does what it says.`,
      fix: 'Leave it out, or use sub, aud, repository, repository_id, job_workflow_ref, environment, ref, workflow, actor, actor_id or enterprise_id.',
    }),
    ja: ({ value }) => ({
      message: `AWS は GitHub のトークンの「${value}」を読まないため、この条件は働きません。`,
      fix: '外すか、sub・aud・repository・repository_id・job_workflow_ref・environment・ref・workflow・actor・actor_id・enterprise_id を使ってください。',
    }),
  },
  'unknown-operator': {
    en: ({ value }) => ({
      message: `"${value}" does not compare claims of tokens, so this condition never does what it says.`,
      fix: 'Use StringEquals, or StringLike where wildcards are meant.',
    }),
    ja: ({ value }) => ({
      message: `演算子「${value}」ではトークンのクレームを比べられないため、この条件は働きません。`,
      fix: 'StringEquals を使ってください。ワイルドカードが必要なら StringLike です。',
    }),
  },
  'missing-context': {
    en: ({ value }) => ({
      message: `"${value}" names no job. GitHub's own subjects say more, so nobody comes in by it; where the organization chose subjects of the repository alone, each of its branches and pull requests does.`,
      fix: 'Name a protected environment or branch: …:environment:NAME, or …:ref:refs/heads/main.',
    }),
    ja: ({ value }) => ({
      message: `「${value}」はどのジョブかを限っていません。通常の sub は続きがあるため一致せず、sub をリポジトリだけにした組織では、すべてのブランチとプルリクエストが当てはまります。`,
      fix: '保護された環境かブランチを指定してください: …:environment:名前 または …:ref:refs/heads/main',
    }),
  },
  'wrong-key': {
    en: ({ value, issuer }) => ({
      message: `"${value}" is about tokens of another issuer than this provider's, so this condition never does what it says.`,
      fix: `Begin it with ${issuer}: as the provider's ARN ends.`,
    }),
    ja: ({ value, issuer }) => ({
      message: `「${value}」はこのプロバイダーとは別の発行者のトークンに関するキーのため、この条件は働きません。`,
      fix: `プロバイダーの ARN の末尾と同じ ${issuer}: で始めてください。`,
    }),
  },
  'too-intricate': {
    en: () => ({
      message: 'There are too many patterns here to be judged, so nobody can say who comes in.',
      fix: 'Write subjects in full, or give the repositories roles of their own.',
    }),
    ja: () => ({
      message: 'パターンが多すぎて判定できず、誰が引き受けられるかを確かめられません。',
      fix: 'sub を全体まで書くか、リポジトリごとにロールを分けてください。',
    }),
  },
} as const satisfies Partial<Readonly<Record<TrustCode, Readonly<Record<Language, Say>>>>>;
