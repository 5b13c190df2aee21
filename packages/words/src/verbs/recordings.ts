import { shared } from './fields.ts';
import type { WordsOf } from './words.ts';

const filter = {
  lease: { en: 'only those of this lease', ja: '貸出で絞り込む' },
  person: { en: 'only those of this person', ja: '人で絞り込む' },
  environment: shared.environment,
  since: shared.since,
  until: shared.until,
};

const id = {
  en: 'the session, such as hanako-0a1b2c3d4e5f67890',
  ja: 'セッションの ID(例: hanako-0a1b2c3d4e5f67890)',
};

/** Sessions on ops servers and what was recorded of them. */
export const recordingWords: WordsOf<
  'ops.sessions' | 'ops.sessions.show' | 'ops.sessions.grep' | 'ops.sessions.replay'
> = {
  'ops.sessions': {
    title: { en: 'Sessions', ja: 'セッションの一覧' },
    help: {
      en: 'who was on which ops server, when, and what was recorded',
      ja: '作業サーバーに誰がいつ接続し、何が記録されたかを一覧します',
    },
    command: { en: 'sessions', ja: 'セッション' },
    fields: {
      ...filter,
      limit: shared.limit,
      before: { en: 'last session of the page before', ja: '前のページの最後のセッション' },
    },
  },
  'ops.sessions.show': {
    title: { en: 'Session', ja: 'セッションの詳細' },
    help: { en: 'one session with its commands', ja: 'セッションをコマンドとともに表示します' },
    command: { en: 'show', ja: '詳細' },
    fields: {
      id,
      after: {
        en: 'number of the last command of the page before',
        ja: '前のページの最後のコマンドの番号',
      },
      limit: shared.limit,
    },
  },
  'ops.sessions.grep': {
    title: { en: 'Search commands', ja: 'コマンドの検索' },
    help: {
      en: 'find commands that were run in sessions',
      ja: 'セッションで実行されたコマンドを検索します',
    },
    command: { en: 'grep', ja: '検索' },
    fields: {
      pattern: { en: 'what commands contain', ja: 'コマンドに含まれる文字列' },
      regex: { en: 'the pattern is a regular expression (RE2)', ja: '正規表現(RE2)として検索する' },
      ignoreCase: { en: 'upper and lower case are the same', ja: '大文字と小文字を区別しない' },
      ...filter,
      limit: shared.limit,
      after: { en: '"next" of the page before', ja: '前のページの終わりが示した続きの位置' },
    },
  },
  'ops.sessions.replay': {
    title: { en: 'Recording', ja: '記録の再生' },
    help: {
      en: 'what a session showed, as asciicast v2',
      ja: 'セッションの画面の記録を asciicast v2 で取り出します',
    },
    command: { en: 'replay', ja: '再生' },
    fields: {
      id,
      after: { en: '"next" of the page before', ja: '前のページの終わりが示した続きの位置' },
    },
  },
};
