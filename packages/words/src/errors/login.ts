import type { ErrorWordsOf } from './words.ts';

/** Failures of signing in, and of showing again who one is. */
export const loginErrors: ErrorWordsOf<
  | 'email-unverified'
  | 'login-failed'
  | 'login-lost'
  | 'login-stale'
  | 'step-up-needed'
  | 'passkey-failed'
  | 'passkey-not-found'
  | 'session-not-found'
  | 'device-code-unknown'
  | 'link-not-found'
  | 'link-taken'
> = {
  'email-unverified': {
    title: { en: 'E-mail address not verified', ja: 'メールアドレス未確認' },
    en: ({ who }) => ({
      why: `The provider does not say that the address ${who} was verified, so it proves nothing.`,
      fix: 'Verify it there and sign in again; or an SRE sets "claim" to the provider’s own id under "login" in sekisho.yaml.',
    }),
    ja: ({ who }) => ({
      why: `${who} は認証プロバイダーで確認済みのアドレスではありません。`,
      fix: 'プロバイダーでアドレスを確認してください。SRE は sekisho.yaml の login.claim を変えることもできます。',
    }),
  },
  'login-failed': {
    title: { en: 'Login refused', ja: 'ログイン失敗' },
    en: ({ problem }) => ({
      why: `The provider’s answer was not accepted (${problem}).`,
      fix: 'Sign in again; if it stays, an SRE finds the reason in the log of Sekisho.',
    }),
    ja: ({ problem }) => ({
      why: `認証プロバイダーの応答を受け付けられませんでした(${problem})。`,
      fix: 'もう一度ログインしてください。続く場合は SRE が Sekisho のログで理由を確認できます。',
    }),
  },
  'login-lost': {
    title: { en: 'Login not begun here', ja: '無効なログイン' },
    en: () => ({
      why: 'This login was not begun in this browser, was finished already, or took longer than 10 minutes.',
      fix: 'Sign in again.',
    }),
    ja: () => ({
      why: 'このブラウザで始めたログインではないか、完了済みか、10 分を過ぎています。',
      fix: 'もう一度ログインしてください。',
    }),
  },
  'login-stale': {
    title: { en: 'Signed in too long ago', ja: 'ログインから時間が経過' },
    en: () => ({
      why: 'A first passkey is registered within 10 minutes of showing the provider who you are; its signing you in by itself does not count.',
      fix: 'Sign in anew at /login?fresh=1, where the provider asks you again, and register it then. If the provider cannot do that, sign out, sign in, and register it within 5 minutes.',
    }),
    ja: () => ({
      why: '最初のパスキーは、認証プロバイダーで本人確認をしてから 10 分以内に登録します。確認なしの自動ログインは数えません。',
      fix: '/login?fresh=1 で本人確認からログインし直して、登録してください。プロバイダーが対応していないときは、ログアウトしてからログインし、5 分以内に登録してください。',
    }),
  },
  'step-up-needed': {
    title: { en: 'Show again who you are', ja: '再確認が必要' },
    en: ({ needed, url }) => ({
      why:
        needed === 'passkey'
          ? 'This needs a passkey, shown within the last 5 minutes.'
          : 'This needs a login within the last 5 minutes, or a passkey.',
      fix: `Do it in the console, which asks for it${url === '' ? '' : ` (${url})`}; passkeys are registered there under "My sign-in" (/me).`,
    }),
    ja: ({ needed, url }) => ({
      why:
        needed === 'passkey'
          ? 'この操作には、5 分以内のパスキーでの確認が必要です。'
          : 'この操作には、5 分以内のログインまたはパスキーでの確認が必要です。',
      fix: `コンソールで操作すると確認できます${url === '' ? '' : `(${url})`}。パスキーは「ログイン設定」(/me)で登録します。`,
    }),
  },
  'passkey-failed': {
    title: { en: 'Passkey not accepted', ja: 'パスキー不可' },
    en: () => ({
      why: 'The passkey was not accepted: it is not one of yours, or its question is over.',
      fix: 'Try again; your passkeys are listed under "My sign-in".',
    }),
    ja: () => ({
      why: 'パスキーを受け付けられませんでした。登録されていないか、時間切れです。',
      fix: 'もう一度お試しください。登録済みのパスキーは「ログイン設定」で確認できます。',
    }),
  },
  'passkey-not-found': {
    title: { en: 'No such passkey', ja: 'パスキーなし' },
    en: ({ id }) => ({
      why: `There is no passkey ${id}.`,
      fix: 'List them with "sekisho passkey list".',
    }),
    ja: ({ id }) => ({
      why: `パスキー ${id} はありません。`,
      fix: '「sekisho passkey list」で確認してください。',
    }),
  },
  'session-not-found': {
    title: { en: 'No such session', ja: 'セッションなし' },
    en: ({ id }) => ({
      why: `There is no session ${id}.`,
      fix: 'List them with "sekisho session list".',
    }),
    ja: ({ id }) => ({
      why: `セッション ${id} はありません。`,
      fix: '「sekisho session list」で確認してください。',
    }),
  },
  'device-code-unknown': {
    title: { en: 'No machine waits by this code', ja: '無効な確認コード' },
    en: () => ({
      why: 'No machine waits by this code: it is mistyped, answered already, or older than 10 minutes.',
      fix: 'Compare it with the terminal, or run "sekisho login" there again.',
    }),
    ja: () => ({
      why: 'このコードで待っている端末はありません。打ち間違いか、回答済みか、10 分を過ぎています。',
      fix: '端末の表示と見比べるか、「sekisho login」をもう一度実行してください。',
    }),
  },
  'link-not-found': {
    title: { en: 'No such link', ja: '無効な連携' },
    en: () => ({
      why: 'This link is not known, was used already, or is older than 10 minutes.',
      fix: 'Write to Sekisho in Slack for a new one; links in force: "sekisho people links".',
    }),
    ja: () => ({
      why: 'この連携は見つからないか、使用済みか、10 分を過ぎています。',
      fix: 'Slack で Sekisho を呼ぶと新しいリンクが届きます。連携の一覧は「sekisho people links」です。',
    }),
  },
  'link-taken': {
    title: { en: 'Linked to someone else', ja: '他の人と連携済み' },
    en: ({ id, holder }) => ({
      why: `This Slack user is linked to ${holder} already.`,
      fix: `Ask ${holder} or an admin to end that link with "sekisho people unlink ${id}", then confirm again.`,
    }),
    ja: ({ id, holder }) => ({
      why: `この Slack ユーザーはすでに ${holder} と連携しています。`,
      fix: `${holder} か管理者に「sekisho people unlink ${id}」での解除を依頼してから、もう一度確認してください。`,
    }),
  },
};
