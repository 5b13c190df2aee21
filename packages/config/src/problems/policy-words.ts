import type { ProblemWordsOf } from './words-of.ts';

const effects = {
  allow: { en: 'allows', ja: '許可' },
  deny: { en: 'denies', ja: '拒否' },
} as const;

export const policyWords: ProblemWordsOf<
  | 'approval-impossible'
  | 'deny-with-approval'
  | 'never-reached'
  | 'bad-condition'
  | 'condition-not-boolean'
  | 'slow-pattern'
> = {
  'approval-impossible': {
    en: (f) => ({
      why: `Nobody could ever get this: ${f.count} must agree, and at most ${f.possible} other than the requester can.`,
      fix: 'Lower "count", or name more people who may agree (read-only people cannot).',
    }),
    ja: (f) => ({
      why: `承認が成立しません。${f.count} 人の承認が必要ですが、依頼者以外で承認できるのは最大 ${f.possible} 人です。`,
      fix: 'count を減らすか、承認できる人を増やしてください(閲覧のみの人は承認できません)。',
    }),
  },
  'deny-with-approval': {
    en: (f) => ({
      why: `A rule that denies has no use for "${f.key}".`,
      fix: `Remove "${f.key}", or write "effect: allow".`,
    }),
    ja: (f) => ({
      why: `拒否のルールに「${f.key}」は使えません。`,
      fix: `「${f.key}」を消すか、effect を allow にしてください。`,
    }),
  },
  'never-reached': {
    en: (f) => ({
      why: `"${f.rule}" is never reached: "${f.first}" fits the same people and environments before it, and ${effects[f.effect].en} them.`,
      fix: 'Move it before that rule, or remove it.',
    }),
    ja: (f) => ({
      why: `「${f.rule}」には到達しません。先にある「${f.first}」が同じ人と環境に当てはまります(${effects[f.effect].ja})。`,
      fix: 'そのルールより前に移すか、消してください。',
    }),
  },
  'bad-condition': {
    en: (f) => ({
      why: `The condition is wrong: ${f.problem}.`,
      fix: 'It may use request (seconds, reason, ticket, size), person (id, role, groups, onCall), environment (name, production) and now.',
    }),
    ja: (f) => ({
      why: `条件に誤りがあります(${f.problem})。`,
      fix: 'request (seconds, reason, ticket, size)、person (id, role, groups, onCall)、environment (name, production)、now を使えます。',
    }),
  },
  'condition-not-boolean': {
    en: (f) => ({
      why: `The condition yields ${f.type}, not true or false.`,
      fix: 'Compare it with something.',
    }),
    ja: (f) => ({
      why: `条件の結果が ${f.type} です。true か false になる必要があります。`,
      fix: '比較の式にしてください。',
    }),
  },
  'slow-pattern': {
    en: () => ({
      why: 'This pattern repeats a repetition, and someone could make it run for ever.',
      fix: 'Write it without a repetition inside a repeated group.',
    }),
    ja: () => ({
      why: '繰り返しの中に繰り返しがあり、終わらない入力を作られるおそれがあります。',
      fix: '入れ子の繰り返しを使わないパターンにしてください。',
    }),
  },
};
