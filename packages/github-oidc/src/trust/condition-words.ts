import type { Language } from '@sekisho/words';
import type { TrustCode } from './finding.ts';

export interface Words {
  readonly message: string;
  readonly fix: string;
}

export type Say = (value: string) => Words;

/** Findings about a single condition: what each means, and what to do. */
export const conditionWords = {
  'for-all-values': {
    en: (value) => ({
      message: `ForAllValues on "${value}" also holds when the token has no such claim.`,
      fix: 'Use the operator without ForAllValues: StringEquals takes a list, too.',
    }),
    ja: (value) => ({
      message: `ForAllValues は、トークンに「${value}」がないときも成り立ってしまいます。`,
      fix: 'ForAllValues を外してください。StringEquals にもリストを書けます。',
    }),
  },
  'if-exists': {
    en: (value) => ({
      message: `IfExists on "${value}" also holds when the token has no such claim.`,
      fix: 'Use the operator without IfExists.',
    }),
    ja: (value) => ({
      message: `IfExists は、トークンに「${value}」がないときも成り立ってしまいます。`,
      fix: 'IfExists を外してください。',
    }),
  },
  'wildcard-in-equals': {
    en: (value) => ({
      message: `StringEquals takes "${value}" literally, so it fits no token.`,
      fix: 'Write the subject in full. (StringLike would take the wildcard, and let in more than you may want.)',
    }),
    ja: (value) => ({
      message: `StringEquals は「${value}」を文字どおりに比べるため、どのトークンにも一致しません。`,
      fix: '全体を書いてください。(StringLike ならワイルドカードが働きますが、広がりすぎに注意)',
    }),
  },
  'unknown-claim': {
    en: (value) => ({
      message: `AWS reads no claim "${value}" of GitHub's tokens, so this condition never does what it says.`,
      fix: 'Use sub, aud, repository, repository_id, job_workflow_ref, environment, ref, workflow, actor, actor_id or enterprise_id.',
    }),
    ja: (value) => ({
      message: `AWS は GitHub のトークンの「${value}」を読まないため、この条件は働きません。`,
      fix: 'sub・aud・repository・repository_id・job_workflow_ref・environment・ref・workflow・actor・actor_id・enterprise_id を使ってください。',
    }),
  },
  'unknown-operator': {
    en: (value) => ({
      message: `No operator "${value}" compares claims, so this condition never does what it says.`,
      fix: 'Use StringEquals, or StringLike where wildcards are meant.',
    }),
    ja: (value) => ({
      message: `「${value}」という演算子ではクレームを比べられないため、この条件は働きません。`,
      fix: 'StringEquals を使ってください。ワイルドカードが必要なら StringLike です。',
    }),
  },
} as const satisfies Partial<Readonly<Record<TrustCode, Readonly<Record<Language, Say>>>>>;
