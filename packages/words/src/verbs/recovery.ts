import type { WordsOf } from './words.ts';

export const recoveryWords: WordsOf<'recovery.show' | 'recovery.settle'> = {
  'recovery.show': {
    title: { en: 'After a restore', ja: '復元後の差分' },
    help: {
      en: 'what a restored database says, beside what AWS is',
      ja: '復元したデータベースと AWS の実際の差分を表示します',
    },
    command: { en: 'show', ja: '差分' },
    fields: {},
  },
  'recovery.settle': {
    title: { en: 'Settle a restore', ja: '復元後の再開' },
    help: {
      en: 'say that you have looked: lending and taking back go on',
      ja: '差分を確認したうえで、貸出と回収を再開します',
    },
    command: { en: 'settle', ja: '再開' },
    fields: {
      reason: { en: 'what you looked at, and with whom', ja: '何を誰と確認したか' },
      shown: {
        en: 'what was looked at, as show says it',
        ja: '確認した差分(「sekisho recovery show」が表示する値)',
      },
      grace: {
        en: 'how long servers in use past their deadline run on (default: 1h)',
        ja: '期限を過ぎて利用中のものを続ける時間(既定は 1 時間)',
      },
      end: {
        en: 'a lease that was over before the loss, although AWS cannot show it; may be repeated',
        ja: 'AWS では確認できないが、すでに終わっていた貸出。繰り返し可',
      },
      evenUnanswered: {
        en: 'settle although some places did not answer',
        ja: '応答しないアカウントがあっても再開する',
      },
    },
  },
};
