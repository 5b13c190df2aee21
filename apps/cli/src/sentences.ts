import type { Language } from '@sekisho/contract';

/*
 * What the command line says of itself, in both languages. Sentences about leases and the
 * server's refusals come from the catalogue in `words` and from the server.
 */
const sentences = {
  'no-server': {
    en: 'No Sekisho server is known here. Start practice with `npm start`, or name one with --url or SEKISHO_URL.',
    ja: 'Sekisho のサーバーが見つかりません。`npm start` で練習環境を起動するか、--url または SEKISHO_URL で指定してください。',
  },
  'no-practice-at': {
    en: 'No practice server of yours runs at {url}. Start it with `npm start`, or set SEKISHO_TOKEN for a real server.',
    ja: '{url} にあなたの練習サーバーはありません。`npm start` で起動するか、本物のサーバーなら SEKISHO_TOKEN を設定してください。',
  },
  'no-token': {
    en: 'The server {url} needs to know who you are. Set SEKISHO_TOKEN to a token made with `sekisho token create`.',
    ja: '{url} は本人確認が必要です。`sekisho token create` で作ったトークンを SEKISHO_TOKEN に設定してください。',
  },
  'hat-with-token': {
    en: 'Hats exist only in practice, and SEKISHO_TOKEN already says who you are. Leave out --as, or unset SEKISHO_TOKEN.',
    ja: '--as は練習環境だけのものです。SEKISHO_TOKEN が設定されているので、どちらかを外してください。',
  },
  'token-without-url': {
    en: 'SEKISHO_TOKEN is set but no server is known. Name it with --url or SEKISHO_URL.',
    ja: 'SEKISHO_TOKEN はありますがサーバーが分かりません。--url または SEKISHO_URL で指定してください。',
  },
  'token-in-clear': {
    en: 'The token would travel unencrypted to {url}. Use an https address.',
    ja: '{url} ではトークンが暗号化されずに送られます。https のアドレスを使ってください。',
  },
  'bad-url': {
    en: '"{value}" is not the address of a server. Write it like https://sekisho.example.com.',
    ja: '「{value}」はサーバーのアドレスではありません。https://sekisho.example.com のように書いてください。',
  },
  'not-a-header': {
    en: 'The value of {name} holds characters that cannot be sent. Use plain letters, digits and signs.',
    ja: '{name} の値に送れない文字があります。半角の英数字と記号だけにしてください。',
  },
  'practice-file-open-to-others': {
    en: 'Others can read {path}, so its secret is not used. Run `chmod 600 {path}` and restart practice.',
    ja: '{path} は他の人も読めるため使いません。`chmod 600 {path}` のあと練習環境を起動し直してください。',
  },
  'practice-file-another-owner': {
    en: 'Another user owns {path}, so it is not used. Start a practice of your own with `npm start`.',
    ja: '{path} は別のユーザーのものなので使いません。`npm start` で自分の練習環境を起動してください。',
  },
  'practice-file-not-loopback': {
    en: '{path} points to another machine, so it is not used. Restart practice to write it anew.',
    ja: '{path} が別のマシンを指しているため使いません。練習環境を起動し直してください。',
  },
  'practice-file-not-readable': {
    en: '{path} cannot be read as a practice file. Delete it and restart practice.',
    ja: '{path} を練習環境のファイルとして読めません。削除して練習環境を起動し直してください。',
  },
  'server-unreachable': {
    en: 'No server answers at {url} ({detail}). Is it running? `npm start` starts practice.',
    ja: '{url} が応答しません ({detail})。起動しているか確かめてください。練習環境は `npm start` で起動します。',
  },
  'server-hangs': {
    en: 'The server {url} did not answer within {seconds} s. Try again; whether the command was carried out shows in `sekisho ops list`.',
    ja: '{url} が {seconds} 秒以内に応答しませんでした。もう一度試してください。実行されたかどうかは `sekisho ops list` で分かります。',
  },
  'not-sekisho': {
    en: 'What answers at {url} does not speak as a Sekisho server does. Check the address, and that client and server are of one version.',
    ja: '{url} の応答は Sekisho サーバーのものではありません。アドレスとバージョンを確かめてください。',
  },
  'server-bug': {
    en: '{detail} {fix} (request {id})',
    ja: '{detail} {fix} (リクエスト {id})',
  },
  'unknown-option': {
    en: 'There is no option {value} here.{hint} `{command} --help` lists them.',
    ja: '{value} という指定はありません。{hint}`{command} --help` で一覧を見られます。',
  },
  'unknown-command': {
    en: 'There is no command "{value}".{hint} `{command} --help` lists them.',
    ja: '「{value}」というコマンドはありません。{hint}`{command} --help` で一覧を見られます。',
  },
  'which-command': {
    en: '`{command}` needs one more word: {choices}. `{command} --help` explains them.',
    ja: '`{command}` の後にもう一語必要です: {choices}。`{command} --help` で説明を見られます。',
  },
  'own-bug': {
    en: 'This is a bug of the sekisho command ({detail}). SEKISHO_DEBUG=1 shows where; please report it.',
    ja: 'sekisho コマンドの不具合です ({detail})。SEKISHO_DEBUG=1 で詳細が出ます。報告をお願いします。',
  },
  'strange-answer': {
    en: 'The answer of the server is not one this version understands. Update sekisho; --json shows the answer as it is.',
    ja: 'サーバーの応答をこのバージョンでは解釈できません。sekisho を更新してください。--json でそのまま表示できます。',
  },
  'server-away': {
    en: 'the server does not answer; trying again',
    ja: 'サーバーが応答しません。再試行しています',
  },
  'waited-long': {
    en: 'After {span}, {id} is still {state}; it goes on without this command. Follow it with `sekisho ops show {id}`.',
    ja: '{span}待ちましたが {id} はまだ「{state}」です。処理は続いています。`sekisho ops show {id}` で確かめてください。',
  },
  'was-denied': {
    en: '{id} was denied. `sekisho timeline list --lease {id}` shows by whom and why.',
    ja: '{id} は却下されました。`sekisho timeline list --lease {id}` で却下した人と理由を見られます。',
  },
  'never-active': {
    en: '{id} did not become active: {why}. `sekisho timeline list --lease {id}` shows what happened.',
    ja: '{id} は利用できるようになりませんでした ({why})。`sekisho timeline list --lease {id}` で経緯を見られます。',
  },
  'not-a-session': {
    en: 'The server answered with something other than `aws ssm start-session`, so it is not run. Check the address of the server.',
    ja: 'サーバーの応答が `aws ssm start-session` ではないため実行しません。サーバーのアドレスを確かめてください。',
  },
  'no-aws': {
    en: '`aws` could not be started ({detail}). Install the AWS CLI and its Session Manager plugin, then try again.',
    ja: '`aws` を起動できません ({detail})。AWS CLI と Session Manager プラグインをインストールしてください。',
  },
  'file-unreadable': {
    en: '{file} cannot be read ({detail}). Check the path.',
    ja: '{file} を読めません ({detail})。パスを確かめてください。',
  },
  'file-unwritable': {
    en: '{file} cannot be written ({detail}). The checkpoint was made: `sekisho timeline anchor` prints a new one.',
    ja: '{file} に書けません ({detail})。`sekisho timeline anchor` で改めて出力できます。',
  },
  'not-checkpoints': {
    en: '{file} holds no checkpoint at line {line}. It should be what `sekisho timeline anchor` printed.',
    ja: '{file} の {line} 行目はチェックポイントではありません。`sekisho timeline anchor` の出力を指定してください。',
  },
  'no-checkpoints': {
    en: '{file} holds no checkpoint, so there is nothing to check against. Make one with `sekisho timeline anchor`.',
    ja: '{file} にチェックポイントがありません。`sekisho timeline anchor` で作成してください。',
  },
  'too-many-checkpoints': {
    en: '{file} holds {count} checkpoints; at most {most} are checked at once. Split the file.',
    ja: '{file} のチェックポイントは {count} 件です。一度に {most} 件までなので分割してください。',
  },
  'not-an-export': {
    en: '{file} line {line} is not an entry as `sekisho timeline export` writes it: the file was changed or cut. Export it again.',
    ja: '{file} の {line} 行目は `sekisho timeline export` の形式ではありません (改変か欠落)。書き出し直してください。',
  },
  'chain-broken': {
    en: 'Entry {number} does not hold ({check}): the timeline was changed there. Keep the database and the checkpoints as they are, and tell an admin.',
    ja: '記録 {number} が検証に失敗しました ({check})。改変の疑いがあります。データベースとチェックポイントを保存し、管理者に知らせてください。',
  },
  'anchor-appended': {
    en: 'Checkpoint {number} was appended to {file}.',
    ja: 'チェックポイント {number} を {file} に追記しました。',
  },
  'config-good': { en: '{file} is in order.', ja: '{file} に問題はありません。' },
  'config-bad': {
    en: '{file} has {count} problem(s), listed above. Mend them and run `sekisho check` again.',
    ja: '{file} に {count} 件の問題があります。修正して `sekisho check` をもう一度実行してください。',
  },
  'which-shell': {
    en: 'Completion is for bash, zsh or fish. For example: sekisho completion bash',
    ja: '補完は bash・zsh・fish 用です。例: sekisho completion bash',
  },
  'did-you-mean': { en: ' Did you mean {value}?', ja: '{value} のことですか。' },
  'option-without-value': {
    en: '{value} needs a value after it. `{command} --help` shows an example.',
    ja: '{value} の後に値が必要です。`{command} --help` に例があります。',
  },
  'too-many-words': {
    en: '"{value}" is one word too many. Quote text that holds spaces; `{command} --help` shows an example.',
    ja: '「{value}」が余分です。空白を含む文は引用符で囲んでください。`{command} --help` に例があります。',
  },
  'bad-command-line': {
    en: '{value} `{command} --help` shows an example.',
    ja: '{value} `{command} --help` に例があります。',
  },
  'missing-field': {
    en: '{option} is missing. For example: {example}',
    ja: '{option} がありません。例: {example}',
  },
  'said-twice': {
    en: '{option} is given twice, as "{first}" and as "{second}". Leave one out.',
    ja: '{option} が「{first}」と「{second}」の二通り指定されています。一つにしてください。',
  },
  'not-a-number': {
    en: '{option} takes a whole number, not "{value}".',
    ja: '{option} には整数を指定してください (「{value}」は使えません)。',
  },
  'not-a-choice': {
    en: '{option} takes one of {choices}, not "{value}".',
    ja: '{option} は {choices} のどれかです (「{value}」は使えません)。',
  },
  'not-a-duration': {
    en: '{option} takes a duration such as 90m, 1h30m or 2時間, not "{value}".',
    ja: '{option} には 90m、1h30m、2時間 のような長さを指定してください (「{value}」は使えません)。',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type SentenceName = keyof typeof sentences;

/** One sentence of the command line itself, its `{facts}` filled in. */
export function say(
  reader: { readonly language: Language },
  name: SentenceName,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return sentences[name][reader.language].replace(/\{(\w+)\}/g, (whole, fact: string) =>
    String(facts[fact] ?? whole),
  );
}
