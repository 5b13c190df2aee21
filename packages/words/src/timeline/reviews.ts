import type { VerbName } from '@sekisho/contract';
import type { Pair, Telling } from '../language.ts';
import type { EntryFacts } from './facts.ts';
import { given } from './given.ts';

const kinds: Readonly<Record<string, Pair>> = {
  deploy: { en: 'a deploy', ja: 'デプロイ' },
  incident: { en: 'an incident', ja: 'インシデント' },
  operation: { en: 'an operation', ja: '運用作業' },
};

/** What was said in monthly reviews, and what people told the timeline of. */
export const reviewSentences: Partial<Record<VerbName, Telling<EntryFacts>>> = {
  'slo.review-start': {
    en: (f) => `${f.who} began the SLO review${given(f.text('month'), (month) => ` of ${month}`)}.`,
    ja: (f) =>
      `${f.who} が${given(f.text('month'), (month) => ` ${month} の`)}月次レビューを始めました。`,
  },
  'slo.review-decide': {
    en: (f) =>
      `${f.who} recorded what the review${given(f.text('month'), (month) => ` of ${month}`)} decided about ${f.what}.`,
    ja: (f) =>
      `${f.who} が ${f.what} の${given(f.text('month'), (month) => ` ${month} の`)}レビューの決定を記録しました。`,
  },
  'slo.review-action': {
    en: (f) =>
      `${f.who} added the action ${f.what}${given(f.text('slo'), (slo) => ` about ${slo}`)}${given(f.name('owner'), (who) => `, for ${who}`)}.`,
    ja: (f) =>
      `${f.who} が${given(f.text('slo'), (slo) => ` ${slo} への`)}対応 ${f.what} を追加しました${given(f.name('owner'), (who) => `(担当 ${who})`)}。`,
  },
  'slo.review-done': {
    en: (f) => `${f.who} has done ${f.what}.`,
    ja: (f) => `${f.who} が対応 ${f.what} を完了にしました。`,
  },
  'timeline.note': {
    en: (f) =>
      `${f.who} noted ${kinds[f.text('kind')]?.en ?? 'what happened'}${given(f.moment('from'), (at) => `, ${at}`)}${given(f.moment('to'), (at) => ` – ${at}`)}.`,
    ja: (f) =>
      `${f.who} が${kinds[f.text('kind')]?.ja ?? '出来事'}を記録しました${given(f.moment('from'), (at) => `(${at}${given(f.moment('to'), (to) => `〜${to}`)})`)}。`,
  },
};
