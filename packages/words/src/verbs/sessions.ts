import type { WordsOf } from './words.ts';

export const sessionWords: WordsOf<
  | 'session.list'
  | 'session.revoke'
  | 'passkey.list'
  | 'passkey.remove'
  | 'people.links'
  | 'people.unlink'
> = {
  'session.list': {
    title: { en: 'Sessions', ja: 'セッション一覧' },
    help: {
      en: 'where you are signed in; admins see everyone',
      ja: 'ログイン中の場所を表示します(管理者は全員分)',
    },
    command: { en: 'list', ja: '一覧' },
    fields: {},
  },
  'session.revoke': {
    title: { en: 'End a session', ja: 'セッションの終了' },
    help: {
      en: 'sign a browser or a machine out at once',
      ja: 'その場所をすぐにログアウトさせます',
    },
    command: { en: 'revoke', ja: '終了' },
    fields: {
      id: { en: 'the session, such as ses-4f6h8j2k', ja: 'セッションの ID(例: ses-4f6h8j2k)' },
    },
  },
  'passkey.list': {
    title: { en: 'Passkeys', ja: 'パスキー一覧' },
    help: {
      en: 'your passkeys; admins see everyone’s',
      ja: '自分のパスキーを表示します(管理者は全員分)',
    },
    command: { en: 'list', ja: '一覧' },
    fields: {},
  },
  'passkey.remove': {
    title: { en: 'Remove a passkey', ja: 'パスキーの削除' },
    help: {
      en: 'remove a passkey: your own after showing one, another’s as an admin',
      ja: 'パスキーを削除します(自分のものは提示後、他の人のものは管理者のみ)',
    },
    command: { en: 'remove', ja: '削除' },
    fields: {
      id: { en: 'the passkey, such as pk-4f6h8j2k', ja: 'パスキーの ID(例: pk-4f6h8j2k)' },
    },
  },
  'people.links': {
    title: { en: 'Linked Slack users', ja: 'Slack 連携の一覧' },
    help: {
      en: 'Slack users who linked themselves to a person',
      ja: '自分で連携した Slack ユーザーを表示します',
    },
    command: { en: 'links', ja: '連携' },
    fields: {},
  },
  'people.unlink': {
    title: { en: 'Unlink a Slack user', ja: 'Slack 連携の解除' },
    help: {
      en: 'a Slack user no longer acts for this person',
      ja: 'その Slack ユーザーで操作できなくします',
    },
    command: { en: 'unlink', ja: '解除' },
    fields: {
      id: { en: 'the link, such as lnk-4f6h8j2k', ja: '連携の ID(例: lnk-4f6h8j2k)' },
    },
  },
};
