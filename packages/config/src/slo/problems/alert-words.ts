import type { ProblemWordsOf } from '../../problems/words-of.ts';
import type { AlertProblemFacts } from './facts.ts';

export const alertWords: ProblemWordsOf<keyof AlertProblemFacts> = {
  'dead-tier': {
    en: (f) => ({
      why: `The alert "${f.tier}" can never fire: ${f.share} of the budget in ${f.long} is ${f.factor} times the even burn, and ${f.factor} × ${f.budget} errors allowed = ${f.threshold} of all events, which is no less than all.`,
      fix: `Aim above ${f.aliveAbove}, or let it fire at less than ${f.livingShare} of the budget in ${f.long} with the annotation sekisho.dev/tiers.`,
    }),
    ja: (f) => ({
      why: `アラート「${f.tier}」は決して発報しません。${f.long} で予算の ${f.share} は均等な消費の ${f.factor} 倍で、${f.factor} × 許容エラー ${f.budget} = 全イベントの ${f.threshold} となり、全部が失敗しても届きません。`,
      fix: `目標を ${f.aliveAbove} より高くするか、注釈 sekisho.dev/tiers で ${f.long} に予算の ${f.livingShare} 未満で発報するようにしてください。`,
    }),
  },
  'tier-share': {
    en: (f) => ({
      why: `The alert "${f.tier}" fires at ${f.share} of the budget, which is no part of it.`,
      fix: 'Write a share above 0 % and at most 100 %: threshold × lookbackWindow ÷ the SLO’s window.',
    }),
    ja: (f) => ({
      why: `アラート「${f.tier}」の発報条件 ${f.share} は、予算に対する割合になっていません。`,
      fix: '0 % より大きく 100 % 以下にしてください(threshold × lookbackWindow ÷ SLO の期間)。',
    }),
  },
  'tier-windows': {
    en: (f) => ({
      why: `The alert "${f.tier}" looks back ${f.long} and ${f.short}.`,
      fix: 'Make the second shorter than the first, both whole minutes.',
    }),
    ja: (f) => ({
      why: `アラート「${f.tier}」は ${f.long} と ${f.short} を見ます。`,
      fix: '2 つ目を 1 つ目より短くし、どちらも分単位にしてください。',
    }),
  },
  'tier-over-window': {
    en: (f) => ({
      why: `The alert "${f.tier}" looks back ${f.long}, longer than the SLO’s window of ${f.window}.`,
      fix: 'Shorten it.',
    }),
    ja: (f) => ({
      why: `アラート「${f.tier}」は ${f.long} を見ますが、SLO の期間 ${f.window} より長いです。`,
      fix: '短くしてください。',
    }),
  },
  'alerts-twice': {
    en: (f) => ({
      why: `Both alertPolicies and the annotation ${f.annotation} say when this SLO speaks up.`,
      fix: 'Keep one of them.',
    }),
    ja: (f) => ({
      why: `alertPolicies と注釈 ${f.annotation} の両方が、いつ知らせるかを決めています。`,
      fix: 'どちらか一方を残してください。',
    }),
  },
};
