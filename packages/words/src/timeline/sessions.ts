import type { Telling } from '../language.ts';
import type { EntryFacts } from './facts.ts';
import { given } from './given.ts';

/** What happened at the sign-in, which no verb of the contract did. */
export const sessionActions = [
  'session.start',
  'session.end',
  'session.dropped',
  'session.step-up',
  'device.approve',
  'device.deny',
  'passkey.add',
  'people.link',
  'people.link-dropped',
] as const;
export type SessionAction = (typeof sessionActions)[number];

/** The Slack user that an entry names, between two marks; nothing where it names none. */
function slackUser(f: EntryFacts, before: string, after: string): string {
  const user = [f.text('team'), f.text('user')].filter(Boolean).join('/');
  return user === '' ? '' : `${before}${user}${after}`;
}

export const sessionSentences: Readonly<Record<SessionAction, Telling<EntryFacts>>> = {
  'session.start': {
    en: (f) => `${f.who} signed in${f.text('kind') === 'device' ? ' on a command line' : ''}.`,
    ja: (f) =>
      `${f.who} が${f.text('kind') === 'device' ? 'コマンドラインで' : ''}ログインしました。`,
  },
  'session.end': {
    en: (f) => `${f.who} signed out.`,
    ja: (f) => `${f.who} がログアウトしました。`,
  },
  'session.dropped': {
    en: (f) =>
      `The session ${f.what}${given(f.name('person'), (who) => ` of ${who}`)} ended: the roster does not know them any more.`,
    ja: (f) =>
      `名簿から外れたため${given(f.name('person'), (who) => ` ${who} の`)}セッション ${f.what} を終了しました。`,
  },
  'session.step-up': {
    en: (f) => `${f.who} showed a passkey.`,
    ja: (f) => `${f.who} がパスキーで本人確認をしました。`,
  },
  'device.approve': {
    en: (f) =>
      `${f.who} let a command line sign in${given(f.text('address'), (at) => ` from ${at}`)}.`,
    ja: (f) =>
      `${f.who} がコマンドラインのログイン${given(f.text('address'), (at) => `(${at})`)}を許可しました。`,
  },
  'device.deny': {
    en: (f) =>
      `${f.who} turned a command line away${given(f.text('address'), (at) => ` that asked from ${at}`)}.`,
    ja: (f) =>
      `${f.who} がコマンドラインのログイン${given(f.text('address'), (at) => `(${at})`)}を拒否しました。`,
  },
  'passkey.add': {
    en: (f) => `${f.who} registered the passkey ${f.what}.`,
    ja: (f) => `${f.who} がパスキー ${f.what} を登録しました。`,
  },
  'people.link': {
    en: (f) => `${f.who} linked a Slack user to themselves${slackUser(f, ' (', ')')}.`,
    ja: (f) => `${f.who} が Slack ユーザーを自分に連携しました${slackUser(f, '(', ')')}。`,
  },
  'people.link-dropped': {
    en: (f) =>
      `The link ${f.what} of a Slack user${given(f.name('person'), (who) => ` to ${who}`)} ended: the roster does not know them any more.`,
    ja: (f) =>
      `名簿から外れたため${given(f.name('person'), (who) => ` ${who} の`)} Slack 連携 ${f.what} を解除しました。`,
  },
};
