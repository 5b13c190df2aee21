import { formatDuration } from '../time/format-duration.ts';
import { badInputTexts } from './bad-input.ts';
import { type ErrorWordsOf, momentIn, offered } from './words.ts';

export const inputErrors: ErrorWordsOf<
  | 'bad-input'
  | 'bad-duration'
  | 'bad-moment'
  | 'unknown-environment'
  | 'unknown-person'
  | 'unknown-size'
  | 'unknown-forward'
  | 'unknown-verb'
  | 'too-long'
  | 'past-hard-maximum'
  | 'hold-too-long'
> = {
  'bad-input': {
    title: { en: 'Not understood', ja: '入力の誤り' },
    ...badInputTexts,
  },
  'bad-duration': {
    title: { en: 'Not a span of time', ja: '時間の書き方の誤り' },
    en: ({ field, value }) => ({
      why: `"${value}" in "${field}" is not a span of time.`,
      fix: 'Write it like 90m, 1h30m, 2 hours or 2時間.',
    }),
    ja: ({ field, value }) => ({
      why: `「${field}」の「${value}」を時間として読み取れません。`,
      fix: '30分、2時間、1時間半、90m のように書いてください。',
    }),
  },
  'bad-moment': {
    title: { en: 'Not a time', ja: '日時の書き方の誤り' },
    en: ({ field, value }) => ({
      why: `"${value}" in "${field}" is not a time.`,
      fix: 'Write it like 14:30, tomorrow 9:00, +2h or 2026-11-21T14:30+09:00.',
    }),
    ja: ({ field, value }) => ({
      why: `「${field}」の「${value}」を日時として読み取れません。`,
      fix: '14:30、明日 9:00、2時間後、2026-11-21 14:30 のように書いてください。',
    }),
  },
  'unknown-environment': {
    title: { en: 'No such environment', ja: '存在しない環境' },
    en: ({ value, known }) => ({
      why: `There is no environment "${value}".`,
      fix: `Choose one of: ${offered(known, 'en')}.`,
    }),
    ja: ({ value, known }) => ({
      why: `「${value}」という環境はありません。`,
      fix: `次から選んでください: ${offered(known, 'ja')}`,
    }),
  },
  'unknown-person': {
    title: { en: 'No such person', ja: '名簿にない人' },
    en: ({ value }) => ({
      why: `"${value}" is nobody in the roster.`,
      fix: 'Use an id from "sekisho people list", an e-mail address or a Slack mention.',
    }),
    ja: ({ value }) => ({
      why: `「${value}」は名簿にいません。`,
      fix: '「sekisho people list」の ID、メールアドレス、または Slack のメンションで指定してください。',
    }),
  },
  'unknown-size': {
    title: { en: 'Size not allowed', ja: '使えないサイズ' },
    en: ({ value, known }) => ({
      why: `The size "${value}" is not allowed in this environment.`,
      fix: `Choose one of: ${offered(known, 'en')}.`,
    }),
    ja: ({ value, known }) => ({
      why: `この環境ではサイズ「${value}」を使えません。`,
      fix: `次から選んでください: ${offered(known, 'ja')}`,
    }),
  },
  'unknown-forward': {
    title: { en: 'No such forwarding target', ja: '存在しない転送先' },
    en: ({ value, known }) => ({
      why: `This environment has no forwarding target "${value}".`,
      fix: `Choose one of: ${offered(known, 'en')}; new ones go into sekisho.yaml.`,
    }),
    ja: ({ value, known }) => ({
      why: `この環境に転送先「${value}」はありません。`,
      fix: `次から選んでください: ${offered(known, 'ja')}(追加は sekisho.yaml で行います)`,
    }),
  },
  'unknown-verb': {
    title: { en: 'No such command', ja: '存在しないコマンド' },
    en: ({ value }) => ({ why: `There is no command "${value}".`, fix: 'See "sekisho --help".' }),
    ja: ({ value }) => ({
      why: `「${value}」というコマンドはありません。`,
      fix: '「sekisho --help」で一覧を確認してください。',
    }),
  },
  'too-long': {
    title: { en: 'Longer than allowed', ja: '上限を超える時間' },
    en: ({ environment, askedSeconds, maximumSeconds }) => ({
      why: `${formatDuration(askedSeconds, 'en')} is longer than ${environment} allows (${formatDuration(maximumSeconds, 'en')}).`,
      fix: `Ask for ${formatDuration(maximumSeconds, 'en')} or less; it can be extended within the hard maximum.`,
    }),
    ja: ({ environment, askedSeconds, maximumSeconds }) => ({
      why: `${formatDuration(askedSeconds, 'ja')}は ${environment} の上限(${formatDuration(maximumSeconds, 'ja')})を超えています。`,
      fix: `${formatDuration(maximumSeconds, 'ja')}以内で依頼してください。最長期限までは後から延長できます。`,
    }),
  },
  'past-hard-maximum': {
    title: { en: 'Past the hard maximum', ja: '最長期限を超える延長' },
    en: ({ hardMaximum, longestSeconds }, timeZone) => ({
      why: `That would run past the hard maximum (${momentIn(hardMaximum, timeZone, 'en')}), which nothing can move.`,
      fix:
        longestSeconds >= 60
          ? `Extend by ${formatDuration(longestSeconds, 'en')} or less, or ask for a new server.`
          : 'Ask for a new server.',
    }),
    ja: ({ hardMaximum, longestSeconds }, timeZone) => ({
      why: `最長期限(${momentIn(hardMaximum, timeZone, 'ja')})を超えます。最長期限は動かせません。`,
      fix:
        longestSeconds >= 60
          ? `${formatDuration(longestSeconds, 'ja')}以内で延長するか、新しいサーバーを依頼してください。`
          : '新しいサーバーを依頼してください。',
    }),
  },
  'hold-too-long': {
    title: { en: 'Hold is too long', ja: '上限を超える保持' },
    en: ({ maximumSeconds }) => ({
      why: `A hold lasts ${formatDuration(maximumSeconds, 'en')} at most.`,
      fix: `Hold for ${formatDuration(maximumSeconds, 'en')} or less, and renew it while the work runs.`,
    }),
    ja: ({ maximumSeconds }) => ({
      why: `保持できるのは最長 ${formatDuration(maximumSeconds, 'ja')}です。`,
      fix: `${formatDuration(maximumSeconds, 'ja')}以内で保持し、作業が続くときは更新してください。`,
    }),
  },
};
