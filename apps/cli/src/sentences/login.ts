import type { Pair } from '@sekisho/words/language';

/** About `sekisho login` and `sekisho logout`. */
export const loginSentences = {
  'login-where': {
    en: 'Where to sign in is not known. Name the server: sekisho login --url https://sekisho.example.com',
    ja: 'サーバーがわかりません。sekisho login --url https://sekisho.example.com のように指定してください。',
  },
  'login-open': {
    en: 'Open {url} in a browser and compare the code: {code}',
    ja: 'ブラウザで {url} を開き、コードを見比べてください: {code}',
  },
  'login-none': {
    en: '{url} has no login set up, or is no Sekisho server ({detail}). Use SEKISHO_TOKEN, or ask an SRE for "login" in sekisho.yaml.',
    ja: '{url} ではログインが設定されていないか、Sekisho のサーバーではありません ({detail})。SEKISHO_TOKEN を使うか、SRE に相談してください。',
  },
  'login-denied': {
    en: 'The login was turned away in the browser. If that was you by mistake, run `sekisho login` again.',
    ja: 'ブラウザで拒否されました。誤りなら `sekisho login` をもう一度実行してください。',
  },
  'login-expired': {
    en: 'Nobody answered in time. Run `sekisho login` again.',
    ja: '時間内に許可されませんでした。`sekisho login` をもう一度実行してください。',
  },
  'login-unkept': {
    en: 'The session could not be kept ({detail}). Make the folder writable, then run `sekisho login` again.',
    ja: 'セッションを保存できません ({detail})。フォルダーの権限を確かめ、もう一度実行してください。',
  },
  'login-done': {
    en: 'You are signed in at {url} as {who}. `sekisho logout` ends it.',
    ja: '{url} に {who} としてログインしました。`sekisho logout` で終了します。',
  },
  'logout-done': { en: 'You are signed out at {url}.', ja: '{url} からログアウトしました。' },
  'logout-none': {
    en: 'Nobody is signed in there from this machine.',
    ja: 'このマシンからはログインしていません。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
