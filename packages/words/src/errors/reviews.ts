import { type ErrorWordsOf, momentIn } from './words.ts';

export const reviewErrors: ErrorWordsOf<
  'month-ahead' | 'review-begun' | 'review-action-not-found' | 'review-action-done'
> = {
  'month-ahead': {
    title: { en: 'Not a month that has begun', ja: 'まだ始まっていない月' },
    en: ({ month, latest }) => ({
      why: `"${month}" is no month that has begun.`,
      fix: `Months are written as ${latest}, which is the latest.`,
    }),
    ja: ({ month, latest }) => ({
      why: `「${month}」は、すでに始まった月ではありません。`,
      fix: `${latest} のように書きます(指定できる最新の月です)。`,
    }),
  },
  'review-begun': {
    title: { en: 'Begun already', ja: '開始済み' },
    en: ({ month }) => ({
      why: `The review of ${month} has begun for all of these SLOs.`,
      fix: `"sekisho slo review --month ${month}" shows how far it is.`,
    }),
    ja: ({ month }) => ({
      why: `${month} のレビューは、対象の SLO すべてで始まっています。`,
      fix: `「sekisho slo review --month ${month}」で進み具合を確認できます。`,
    }),
  },
  'review-action-not-found': {
    title: { en: 'No such action', ja: '存在しない対応' },
    en: ({ id }) => ({
      why: `There is no action ${id}.`,
      fix: '"sekisho slo review" lists the actions of each SLO with their ids.',
    }),
    ja: ({ id }) => ({
      why: `対応 ${id} はありません。`,
      fix: '「sekisho slo review」で、各 SLO の対応と ID を確認できます。',
    }),
  },
  'review-action-done': {
    title: { en: 'Done already', ja: '完了済み' },
    en: ({ id, by, at }, timeZone) => ({
      why: `${by} said at ${momentIn(at, timeZone, 'en')} that ${id} is done.`,
      fix: 'Add another action if more is to be done.',
    }),
    ja: ({ id, by, at }, timeZone) => ({
      why: `${id} は ${momentIn(at, timeZone, 'ja')} に ${by} が完了にしています。`,
      fix: 'さらに必要なら、新しい対応を追加してください。',
    }),
  },
};
