import { type ErrorWordsOf, momentIn } from './words.ts';

export const pageErrors: ErrorWordsOf<
  'page-not-found' | 'page-acknowledged' | 'commit-not-found' | 'not-overridden'
> = {
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
  'commit-not-found': {
    title: { en: 'No such commit', ja: '存在しないコミット' },
    en: ({ repository, commit }) => ({
      why: `${commit} is the head of no open pull request that is known in ${repository}.`,
      fix: 'Look at its head on GitHub; whether the webhook arrives, GitHub shows under its recent deliveries.',
    }),
    ja: ({ repository, commit }) => ({
      why: `${commit} は、${repository} で把握しているどのプルリクエストの先頭でもありません。`,
      fix: 'GitHub で先頭コミットを確認してください。Webhook が届いているかは、GitHub の配信履歴で確認できます。',
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
  'not-overridden': {
    title: { en: 'Not let through', ja: '通されていないコミット' },
    en: ({ repository, commit }) => ({
      why: `Nobody let ${commit} of ${repository} through, or it is over already.`,
      fix: '"sekisho timeline list" shows who let what through.',
    }),
    ja: ({ repository, commit }) => ({
      why: `${repository} の ${commit} は通されていないか、すでに終わっています。`,
      fix: '誰が何を通したかは「sekisho timeline list」で確認できます。',
    }),
  },
};
