import { type ErrorWordsOf, momentIn } from './words.ts';

export const pageErrors: ErrorWordsOf<'page-not-found' | 'page-acknowledged'> = {
  'page-not-found': {
    title: { en: 'No such page', ja: '存在しないアラート' },
    en: ({ id }) => ({
      why: `There is no page ${id}.`,
      fix: '"sekisho slo pages" shows them, open ones first.',
    }),
    ja: ({ id }) => ({
      why: `アラート ${id} はありません。`,
      fix: '「sekisho slo pages」で、未解決のものから確認できます。',
    }),
  },
  'page-acknowledged': {
    title: { en: 'Acknowledged already', ja: '確認済み' },
    en: ({ id, by, at }, timeZone) => ({
      why: `${by} acknowledged ${id} at ${momentIn(at, timeZone, 'en')}.`,
      fix: `Ask them, or read "sekisho slo pages ${id}".`,
    }),
    ja: ({ id, by, at }, timeZone) => ({
      why: `${id} は ${momentIn(at, timeZone, 'ja')} に ${by} が確認しています。`,
      fix: `${by} に聞くか、「sekisho slo pages ${id}」で確認してください。`,
    }),
  },
};
