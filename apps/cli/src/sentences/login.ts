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
  'login-in-file': {
    en: 'There is no keychain here, so the session lies in a file that only your user can read. Set SEKISHO_PASSPHRASE and run `sekisho login` again to keep it under a passphrase.',
    ja: 'キーチェーンがないため、セッションはあなたのユーザーだけが読めるファイルに保存しました。パスフレーズで保護するには、SEKISHO_PASSPHRASE を設定してもう一度 `sekisho login` を実行してください。',
  },
  'session-lost': {
    en: 'The session for {url} is no longer in the keychain or the sealed file. Run `sekisho login`.',
    ja: '{url} のセッションが、キーチェーンにも暗号化ファイルにも残っていません。`sekisho login` を実行してください。',
  },
  'session-no-keychain': {
    en: 'The session is in the keychain, which does not answer. Unlock it, or run `sekisho login` with SEKISHO_KEYCHAIN=off.',
    ja: 'セッションはキーチェーンにありますが、応答がありません。ロックを解除するか、SEKISHO_KEYCHAIN=off を付けて `sekisho login` を実行してください。',
  },
  'session-sealed': {
    en: 'The session is kept under a passphrase. Set SEKISHO_PASSPHRASE, or run `sekisho login` again.',
    ja: 'セッションはパスフレーズで保護されています。SEKISHO_PASSPHRASE を設定するか、もう一度 `sekisho login` を実行してください。',
  },
  'login-done': {
    en: 'You are signed in at {url} as {who}. `sekisho logout` ends it.',
    ja: '{url} に {who} としてログインしました。`sekisho logout` で終了します。',
  },
  'logout-done': { en: 'You are signed out at {url}.', ja: '{url} からログアウトしました。' },
  'logout-unsure': {
    en: '{url} did not say that the session is over (HTTP {status}), so it may still be good and is kept here. Run `sekisho logout` again, or end it from another login: `sekisho session list`, then `sekisho session revoke`.',
    ja: '{url} でセッションの終了を確認できませんでした (HTTP {status})。まだ有効かもしれないため、このマシンに残してあります。`sekisho logout` をもう一度実行するか、別のログインから `sekisho session list` と `sekisho session revoke` で終了してください。',
  },
  'logout-none': {
    en: 'Nobody is signed in there from this machine.',
    ja: 'このマシンからはログインしていません。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
