import type { WordsOf } from './words.ts';

const slo = { en: 'the SLO, such as shop-availability', ja: 'SLO(例: shop-availability)' };
const month = { en: 'the month, such as 2026-10', ja: '月(例: 2026-10)' };

export const reviewWords: WordsOf<
  | 'slo.review'
  | 'slo.review-start'
  | 'slo.review-decide'
  | 'slo.review-action'
  | 'slo.review-done'
  | 'timeline.note'
> = {
  'slo.review': {
    title: { en: 'Monthly review', ja: '月次レビュー' },
    help: {
      en: 'the draft of a month’s SLO meeting: budgets, where they went, what to settle',
      ja: 'SLO の月次レビューの資料を作ります(エラーバジェットの内訳、決めること、対応)',
    },
    command: { en: 'review', ja: 'レビュー' },
    fields: {
      month: {
        en: 'the month, such as 2026-10; the last one that is over without it',
        ja: '月(例: 2026-10。省略すると先月)',
      },
      service: { en: 'only of this service', ja: 'サービスで絞り込む' },
      slo: { en: 'only this SLO', ja: 'SLO で絞り込む' },
    },
  },
  'slo.review-start': {
    title: { en: 'Begin the monthly review', ja: '月次レビューを開始' },
    help: {
      en: 'begin the review of a month, and post it to Slack',
      ja: '月次レビューを始め、Slack に投稿します',
    },
    command: { en: 'review-start', ja: 'レビュー開始' },
    fields: { month, service: { en: 'only of this service', ja: 'サービスで絞り込む' } },
  },
  'slo.review-decide': {
    title: { en: 'Record the decision', ja: '決定を記録' },
    help: {
      en: 'record what the review of an SLO decided; it is reviewed thereby',
      ja: 'SLO のレビューの決定を記録し、レビュー済みにします',
    },
    command: { en: 'review-decide', ja: 'レビュー決定' },
    fields: {
      slo,
      month,
      decision: {
        en: 'what was decided, and why; the timeline keeps it',
        ja: '決定と理由(タイムラインに残ります)',
      },
    },
  },
  'slo.review-action': {
    title: { en: 'Add an action', ja: '対応を追加' },
    help: {
      en: 'add something to be done after the review, by whom and until when',
      ja: 'レビュー後の対応を、担当者と期限とともに追加します',
    },
    command: { en: 'review-action', ja: 'レビュー対応' },
    fields: {
      slo,
      month,
      what: { en: 'what shall be done', ja: '対応の内容' },
      owner: { en: 'who does it', ja: '担当者' },
      due: { en: 'until when, such as 2026-12-31', ja: '期限(例: 2026-12-31)' },
    },
  },
  'slo.review-done': {
    title: { en: 'Mark an action as done', ja: '対応を完了' },
    help: {
      en: 'say that an action of a review is done',
      ja: 'レビューの対応を完了にします',
    },
    command: { en: 'review-done', ja: 'レビュー対応完了' },
    fields: { id: { en: 'the action, such as act-7k3f9q2m', ja: '対応の ID(例: act-7k3f9q2m)' } },
  },
  'timeline.note': {
    title: { en: 'Note what happened', ja: '出来事を記録' },
    help: {
      en: 'tell the timeline of a deploy, an incident or an operation: pages and reviews name it',
      ja: 'デプロイ・インシデント・運用作業をタイムラインに記録します(アラートやレビューに表示されます)',
    },
    command: { en: 'note', ja: '記録' },
    fields: {
      kind: { en: 'what it was', ja: '種類' },
      service: { en: 'the service it was done to', ja: 'サービス' },
      text: { en: 'what, such as shop 2026.11.3', ja: '内容(例: shop 2026.11.3)' },
      from: { en: 'when it began; now without it', ja: '開始(省略すると現在)' },
      to: { en: 'when it ended', ja: '終了' },
    },
  },
};
