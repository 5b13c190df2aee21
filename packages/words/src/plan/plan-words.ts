import type { PlanAction, PlanCounts, PlanProblem, Severity } from '@sekisho/terraform-plan';
import type { Language, Pair, Telling } from '../language.ts';

export const severityNames = {
  danger: { en: 'danger', ja: '危険' },
  warning: { en: 'warning', ja: '注意' },
  note: { en: 'note', ja: '参考' },
} as const satisfies Readonly<Record<Severity, Pair>>;

/** Severity is never colour alone. */
export const severityGlyphs = { danger: '✕', warning: '▲', note: '·' } as const;

export const planActionNames = {
  create: { en: 'create', ja: '作成' },
  update: { en: 'change', ja: '変更' },
  replace: { en: 'replace', ja: '再作成' },
  delete: { en: 'destroy', ja: '削除' },
  read: { en: 'read', ja: '読み取り' },
  forget: { en: 'forget', ja: '管理から除外' },
  'no-op': { en: 'no change', ja: '変更なし' },
} as const satisfies Readonly<Record<PlanAction, Pair>>;

/** As Terraform marks them. */
export const planActionSigns = {
  ...{ create: '+', update: '~', replace: '±', delete: '-' },
  ...{ read: '<', forget: 'x', 'no-op': '=' },
} as const satisfies Readonly<Record<PlanAction, string>>;

/** Counts in the order of what they may cost; what is zero is left out. */
const counted: readonly (readonly [Exclude<keyof PlanCounts, 'drift' | 'noOp'>, Pair])[] = [
  ['delete', { en: 'to destroy', ja: '削除' }],
  ['replace', { en: 'to replace', ja: '再作成' }],
  ['forget', { en: 'to forget', ja: '管理から除外' }],
  ['update', { en: 'to change', ja: '変更' }],
  ['create', { en: 'to create', ja: '作成' }],
  ['import', { en: 'to import', ja: 'インポート' }],
  ['move', { en: 'to move', ja: '移動' }],
  ['read', { en: 'to read', ja: '読み取り' }],
  ['outputs', { en: 'in outputs', ja: '出力' }],
  ['actions', { en: 'to invoke', ja: 'アクション実行' }],
];

/** `1 to destroy, 3 to change`, each as a fact of its own; one fact that says so when nothing changes. */
export function countFacts(counts: PlanCounts, language: Language): readonly string[] {
  const facts = counted
    .filter(([name]) => counts[name] > 0)
    .map(([name, words]) =>
      language === 'ja' ? `${words.ja} ${counts[name]}` : `${counts[name]} ${words.en}`,
    );
  if (facts.length > 0) return facts;
  return [language === 'ja' ? '変更はありません' : 'nothing changes'];
}

/** What drifted is told apart: no approval is about it. Null when nothing did. */
export function driftText({ drift }: PlanCounts, language: Language): string | null {
  if (drift === 0) return null;
  return language === 'ja' ? `ドリフト ${drift} 件(非表示)` : `${drift} drifted, not shown`;
}

/** What is not listed. */
export function andMore(count: number, language: Language): string {
  return language === 'ja' ? `ほか ${count} 件` : `and ${count} more`;
}

export const valueWords = {
  sensitive: { en: '(sensitive)', ja: '(機密)' },
  unknown: { en: '(known after apply)', ja: '(適用後に決定)' },
  absent: { en: '(none)', ja: '(なし)' },
} as const satisfies Readonly<Record<string, Pair>>;

type Facts<Code extends PlanProblem['code']> = Extract<PlanProblem, { readonly code: Code }>;

const problems: { readonly [Code in PlanProblem['code']]: Telling<Facts<Code>> } = {
  'too-large': {
    en: ({ limit }) =>
      `The plan is larger than ${mebibytes(limit)} MiB. Split the configuration, or plan less at a time.`,
    ja: ({ limit }) =>
      `plan が ${mebibytes(limit)} MiB を超えています。構成を分けるか、plan の範囲を狭めてください。`,
  },
  'not-json': {
    en: () =>
      'This is no JSON. Give the output of `terraform show -json PLANFILE`, not the plan file itself.',
    ja: () =>
      'JSON ではありません。plan ファイルそのものではなく、`terraform show -json PLANFILE` の出力を渡してください。',
  },
  'too-deep': {
    en: ({ limit }) => `Values are nested deeper than ${limit} levels, which no plan's are.`,
    ja: ({ limit }) => `値の入れ子が ${limit} 段を超えており、plan として読めません。`,
  },
  'not-a-plan': {
    en: ({ path }) =>
      `This JSON is no plan (it has no ${path}). Give the output of \`terraform show -json PLANFILE\`, of a plan and not of a state.`,
    ja: ({ path }) =>
      `plan の JSON ではありません(${path} がありません)。state ではなく plan を `.concat(
        '`terraform show -json PLANFILE` で出力してください。',
      ),
  },
  'wrong-version': {
    en: ({ version }) =>
      `Version ${version} of the plan format is not known; 1.x is. Use a Terraform or OpenTofu that writes it.`,
    ja: ({ version }) =>
      `plan の形式 ${version} には対応していません(対応は 1.x)。対応する版の Terraform か OpenTofu を使ってください。`,
  },
  'bad-shape': {
    en: ({ path }) =>
      `The plan is not in the documented format at ${path}. Was it edited, or cut off?`,
    ja: ({ path }) =>
      `plan の ${path} が仕様どおりではありません。編集や欠落がないか確かめてください。`,
  },
  'unknown-action': {
    en: ({ address, actions }) =>
      `Nobody has documented what "${actions}" does to ${address}, so it cannot be judged.`,
    ja: ({ address, actions }) =>
      `${address} の操作「${actions}」は仕様にないため、判定できません。`,
  },
  'repeated-address': {
    en: ({ address }) => `${address} is in the plan twice, so one of the two would not be seen.`,
    ja: ({ address }) => `${address} が plan に 2 度現れます。片方を見落とすため受け付けません。`,
  },
};

function mebibytes(limit: number): number {
  return Math.round(limit / 1024 / 1024);
}

/** Why a plan cannot be read, and what to do. */
export function planProblemText(problem: PlanProblem, language: Language): string {
  const tell = problems[problem.code][language] as (facts: PlanProblem) => string;
  return tell(problem);
}
