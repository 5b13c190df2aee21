import type { Language } from '@sekisho/contract';

/** Words of the pages about signing in; apart from the console's others, to be loaded late. */
const en = {
  title: 'Open Sekisho by its own address',
  how: 'This browser has not been let in yet. In the terminal where Sekisho runs, or anew:',
  line: 'It prints one line with an address that ends in a secret. Open that address here:',
  refused: 'That secret does not fit',
  refusedMeans:
    'The secret changes when practice is started anew. In the terminal where it runs, or anew:',
  over: 'You are signed out',
  overMeans: 'Sign in, and you come back to this page.',
  signIn: 'Sign in',
  me: 'My sign-in',
  lead: 'Where you are signed in, and what you approve with.',
  signOut: 'Sign out',
  sessions: 'Sessions',
  client: 'Browser or machine',
  from: 'From',
  since: 'Since',
  lastSeen: 'Last seen',
  until: 'Until',
  here: 'this one',
  kinds: { console: 'browser', device: 'command line' },
  end: 'End',
  ended: 'That session is over.',
  passkeys: 'Passkeys',
  noPasskeys:
    'Some approvals ask for a passkey. Register one within 10 minutes of signing in; a second one on another device keeps you from being locked out.',
  addPasskey: 'Register a passkey …',
  passkeyName: 'Name of the device',
  register: 'Register',
  registered: (name: string) => `The passkey ${name} is registered.`,
  remove: 'Remove',
  removed: (name: string) => `The passkey ${name} is removed.`,
  never: 'never',
  lastUsed: 'Last used',
  noBrowserKeys:
    'This browser did not show a passkey. Try again, or use a browser and device that have one.',
  links: 'Linked Slack users',
  noLinks: 'None. Whoever is not in the roster gets a link from Sekisho when they write to it.',
  slackUser: 'Slack user',
  unlink: 'Unlink',
  unlinked: 'That Slack user no longer acts for you.',
  noSessions: 'Sessions exist where a login is set up; here you are let in by other means.',
  device: 'Let a command line sign in',
  deviceLead:
    'Only when you have just run "sekisho login" yourself, and the code is the same there.',
  code: 'Code',
  look: 'Look up',
  asks: (client: string) => `It calls itself ${client}.`,
  asksFrom: (address: string, at: string) => `It asked from the address ${address}, ${at}.`,
  warn: 'Whoever sent you here could sign in as you. If it is not your own terminal, turn it away.',
  allow: 'Let it in',
  deny: 'Turn it away',
  allowed: 'The command line is signed in. You can close this page.',
  denied: 'It was turned away.',
  link: 'Link your Slack user',
  linkMeans: (user: string, team: string) =>
    `The Slack user ${user} of the workspace ${team} says that they are you.`,
  linkWarn:
    'Confirm only when you opened this link from a message that Sekisho showed to you alone: whoever is linked acts as you.',
  confirm: 'This is me',
  linked: 'Linked. Go back to Slack and write your command again.',
};

const ja = {
  title: '専用のアドレスから開いてください',
  how: 'このブラウザはまだ許可されていません。Sekisho を動かしている端末を見るか、改めて次を実行してください。',
  line: '秘密の文字列で終わるアドレスが 1 行表示されます。それをここで開いてください。',
  refused: '秘密の文字列が違います',
  refusedMeans:
    '練習を起動し直すと、秘密の文字列は変わります。動かしている端末を見るか、改めて次を実行してください。',
  over: 'ログアウトしています',
  overMeans: 'ログインすると、このページに戻ります。',
  signIn: 'ログイン',
  me: 'ログイン設定',
  lead: 'ログイン中の場所と、承認に使うパスキー。',
  signOut: 'ログアウト',
  sessions: 'セッション',
  client: 'ブラウザ・端末',
  from: '接続元',
  since: '開始',
  lastSeen: '最終利用',
  until: '期限',
  here: 'この画面',
  kinds: { console: 'ブラウザ', device: 'コマンドライン' },
  end: '終了',
  ended: 'セッションを終了しました。',
  passkeys: 'パスキー',
  noPasskeys:
    '承認にパスキーが必要な場合があります。ログインから 10 分以内に登録してください。別の端末でもう 1 つ登録しておくと安心です。',
  addPasskey: 'パスキーを登録…',
  passkeyName: '端末の名前',
  register: '登録',
  registered: (name: string) => `パスキー ${name} を登録しました。`,
  remove: '削除',
  removed: (name: string) => `パスキー ${name} を削除しました。`,
  never: 'なし',
  lastUsed: '最終利用',
  noBrowserKeys:
    'パスキーを確認できませんでした。もう一度試すか、パスキーのある端末とブラウザを使ってください。',
  links: '連携した Slack ユーザー',
  noLinks: 'ありません。名簿にない Slack ユーザーが Sekisho を呼ぶと、連携用のリンクが届きます。',
  slackUser: 'Slack ユーザー',
  unlink: '解除',
  unlinked: '連携を解除しました。',
  noSessions: 'ログインを設定した環境でセッションが表示されます。ここは別の方法で利用しています。',
  device: 'コマンドラインのログイン',
  deviceLead: '自分で「sekisho login」を実行し、端末のコードと一致するときだけ許可してください。',
  code: 'コード',
  look: '確認',
  asks: (client: string) => `端末の名前: ${client}(自己申告)`,
  asksFrom: (address: string, at: string) => `接続元: ${address}(${at})`,
  warn: '誰かに送られたリンクなら、その人があなたとしてログインしようとしています。自分の端末でなければ拒否してください。',
  allow: '許可',
  deny: '拒否',
  allowed: 'コマンドラインがログインしました。このページは閉じてかまいません。',
  denied: '拒否しました。',
  link: 'Slack ユーザーの連携',
  linkMeans: (user: string, team: string) =>
    `ワークスペース ${team} の Slack ユーザー ${user} が、あなた本人として連携を求めています。`,
  linkWarn:
    'Sekisho があなただけに表示したリンクから開いたときだけ確定してください。連携した人は、あなたとして操作できます。',
  confirm: '本人です',
  linked: '連携しました。Slack に戻り、もう一度コマンドを送ってください。',
} satisfies typeof en;

const words = { en, ja };

/** Labels of the pages about signing in, in a language. */
export function signInWords(language: Language): typeof en {
  return words[language];
}
