import { listOf } from '@sekisho/words';
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
  | 'computed-budget'
  | 'unknown-budget'
  | 'ambiguous-budget'
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
      fix: 'It may use request (seconds, reason, ticket, kind, size, permissionSet; of jobs repository, purpose, ref, event, actor, destroys, replaces, dangers), person (id, role, groups, onCall), environment (name, production), now, budget("an SLO") and budgetKnown("an SLO").',
    }),
    ja: (f) => ({
      why: `条件に誤りがあります(${f.problem})。`,
      fix: 'request (seconds, reason, ticket, kind, size, permissionSet。ジョブなら repository, purpose, ref, event, actor, destroys, replaces, dangers も)、person (id, role, groups, onCall)、environment (name, production)、now、budget("SLO の名前")、budgetKnown("SLO の名前") を使えます。',
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
  'computed-budget': {
    en: () => ({
      why: 'The name of a budget is worked out here, so nobody can check that there is one.',
      fix: 'Write the name out: budget("checkout").',
    }),
    ja: () => ({
      why: 'バジェットの名前が式になっているため、存在を確認できません。',
      fix: '名前をそのまま書いてください(例: budget("checkout"))。',
    }),
  },
  'unknown-budget': {
    en: (f) => ({
      why: `There is no SLO "${f.value}", and no service of that name has one.`,
      fix:
        f.known.length === 0
          ? 'Declare the SLO in services/ beside this file.'
          : `Name one of: ${listOf(f.known, 'en')}.`,
    }),
    ja: (f) => ({
      why: `「${f.value}」という SLO も、その名前で SLO を持つサービスもありません。`,
      fix:
        f.known.length === 0
          ? 'このファイルの隣の services/ に SLO を宣言してください。'
          : `次から選んでください: ${listOf(f.known, 'ja')}`,
    }),
  },
  'ambiguous-budget': {
    en: (f) => ({
      why: `"${f.value}" is an SLO and also a service with other SLOs.`,
      fix: `Write "slo:${f.value}" for that SLO, or "service:${f.value}" for the lowest budget of the service.`,
    }),
    ja: (f) => ({
      why: `「${f.value}」は SLO の名前であり、ほかにも SLO を持つサービスの名前でもあります。`,
      fix: `SLO なら「slo:${f.value}」、サービスで最も少ないバジェットなら「service:${f.value}」と書いてください。`,
    }),
  },
};
