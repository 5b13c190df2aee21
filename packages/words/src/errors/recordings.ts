import { type ErrorWordsOf, offered } from './words.ts';

export const recordingErrors: ErrorWordsOf<
  'recorded-session-not-found' | 'not-a-reader' | 'no-recording' | 'bad-pattern'
> = {
  'recorded-session-not-found': {
    title: { en: 'No such session', ja: 'セッションが見つからない' },
    en: ({ id }) => ({
      why: `No session ${id} is known on any ops server.`,
      fix: 'See "sekisho ops sessions"; a session is listed within about a minute.',
    }),
    ja: ({ id }) => ({
      why: `作業サーバーのセッション ${id} はありません。`,
      fix: '「sekisho ops sessions」で確認してください。開始から 1 分ほどで一覧に出ます。',
    }),
  },
  'not-a-reader': {
    title: { en: 'Not yours to read', ja: '記録を読む権限がない' },
    en: ({ id, readers }) => ({
      why: `Session ${id} is somebody else's, and you are not one of those who may read recordings: ${offered(readers, 'en')}.`,
      fix: 'Ask one of them, in the console or a signed-in command line; "recording.readers" in sekisho.yaml names them.',
    }),
    ja: ({ id, readers }) => ({
      why: `セッション ${id} はほかの人のもので、記録を読める人(${offered(readers, 'ja')})に含まれていません。`,
      fix: 'コンソールか、ログインしたコマンドラインで、読める人に依頼してください。sekisho.yaml の「recording.readers」で指定されています。',
    }),
  },
  'no-recording': {
    title: { en: 'No recording', ja: '記録がない' },
    en: ({ id, state }) => ({
      why: `Session ${id} has no recording. ${missing[state]?.en ?? ''}`,
      fix: fixes[state]?.en ?? 'See "sekisho ops sessions show".',
    }),
    ja: ({ id, state }) => ({
      why: `セッション ${id} の記録はありません。${missing[state]?.ja ?? ''}`,
      fix: fixes[state]?.ja ?? '「sekisho ops sessions show」で確認してください。',
    }),
  },
  'bad-pattern': {
    title: { en: 'Not a pattern', ja: '正規表現の誤り' },
    en: ({ value, problem }) => ({
      why: `"${value}" is no regular expression of RE2: ${problem}.`,
      fix: 'Look-around and back-references do not exist there; without --regex the text is searched as it is.',
    }),
    ja: ({ value, problem }) => ({
      why: `「${value}」は RE2 の正規表現として読めません(${problem})。`,
      fix: '先読み・後読みと後方参照は使えません。--regex を外すと、そのままの文字列を検索します。',
    }),
  },
};

type Told = Readonly<Record<string, { readonly en: string; readonly ja: string }>>;

const missing: Told = {
  open: { en: 'It goes on.', ja: 'まだ続いています。' },
  waiting: {
    en: 'It has ended, and its recording has not arrived yet.',
    ja: '終了しましたが、記録がまだ届いていません。',
  },
  missing: { en: 'None arrived within a day.', ja: '1 日たっても記録が届きませんでした。' },
  none: {
    en: 'Session Manager records nothing of sessions of this kind.',
    ja: 'この種類のセッションは Session Manager では記録されません。',
  },
  off: {
    en: 'The configuration names no place where recordings lie.',
    ja: '記録の保存先が設定されていません。',
  },
};

const fixes: Told = {
  open: {
    en: 'Look again some minutes after it ended.',
    ja: '終了の数分後にもう一度確認してください。',
  },
  waiting: { en: 'Look again in some minutes.', ja: '数分後にもう一度確認してください。' },
  missing: {
    en: 'Look at the server\'s own log: "sekisho ops sessions show" has what it told.',
    ja: 'サーバー自身のログを確認してください。「sekisho ops sessions show」に表示されます。',
  },
  off: {
    en: 'Set "recording" in sekisho.yaml.',
    ja: 'sekisho.yaml の「recording」を設定してください。',
  },
};
