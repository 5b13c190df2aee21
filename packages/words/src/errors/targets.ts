import { formatPercent } from '../catalogue/agreements.ts';
import type { ErrorWordsOf } from './words.ts';

export const targetErrors: ErrorWordsOf<
  'proposal-open' | 'target-in-force' | 'target-silences' | 'moment-past'
> = {
  'proposal-open': {
    title: { en: 'Another proposal is open', ja: '回答待ちの提案あり' },
    en: ({ slo, id, by }) => ({
      why: `${by} proposed another target for ${slo} already (${id}), and it waits for agreement.`,
      fix: `Answer that one first, or let ${by} or an SRE replace it.`,
    }),
    ja: ({ slo, id, by }) => ({
      why: `${slo} には ${by} の提案(${id})があり、回答待ちです。`,
      fix: `先にその提案に回答するか、${by} または SRE が新しい提案に置き換えてください。`,
    }),
  },
  'target-in-force': {
    title: { en: 'In force already', ja: '現在と同じ目標' },
    en: ({ slo, target }) => ({
      why: `The target of ${slo} is ${formatPercent(target)} at that time already.`,
      fix: 'Nothing to do; propose another value if it should change.',
    }),
    ja: ({ slo, target }) => ({
      why: `${slo} のその時点の目標は、すでに ${formatPercent(target)} です。`,
      fix: '変えたいときは、別の値を提案してください。',
    }),
  },
  'target-silences': {
    title: { en: 'An alert could never fire', ja: '発報しなくなるアラート' },
    en: (f) => ({
      why: `With a target of ${formatPercent(f.target)}, the alert "${f.tier}" could never fire: it needs ${f.factor} × ${formatPercent(100 - f.target)} = ${formatPercent(f.threshold)} of errors.`,
      fix: `Propose more than ${formatPercent(f.aliveAbove)}, or change that alert in the file of the service first.`,
    }),
    ja: (f) => ({
      why: `目標を ${formatPercent(f.target)} にすると、アラート「${f.tier}」は発報しなくなります。エラー率 ${f.factor} × ${formatPercent(100 - f.target)} = ${formatPercent(f.threshold)} が必要になるためです。`,
      fix: `${formatPercent(f.aliveAbove)} より高い目標を提案するか、先にサービスのファイルでアラートを変更してください。`,
    }),
  },
  'moment-past': {
    title: { en: 'In the past', ja: '過去の日時' },
    en: ({ field, value }) => ({
      why: `"${value}" in "${field}" is past, and past periods keep the target they had.`,
      fix: 'Name a moment to come, or "now" for as soon as both have agreed.',
    }),
    ja: ({ field, value }) => ({
      why: `「${field}」の「${value}」は過去です。過去の期間の目標は変えられません。`,
      fix: 'これからの日時か、「今」(二人の同意がそろい次第)を指定してください。',
    }),
  },
};
