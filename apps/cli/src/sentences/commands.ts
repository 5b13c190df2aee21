import type { Pair } from '@sekisho/words/language';

/** About the command line itself, its files, and leases that are waited for. */
export const commandSentences = {
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
  'output-lost': {
    en: 'The answer could not be written ({detail}). Make room, or write elsewhere, and run it again.',
    ja: '結果を書き込めませんでした ({detail})。空きを作るか別の場所を指定して、もう一度実行してください。',
  },
  'own-bug': {
    en: 'This is a bug of the sekisho command ({detail}). SEKISHO_DEBUG=1 shows where; please report it.',
    ja: 'sekisho コマンドの不具合です ({detail})。SEKISHO_DEBUG=1 で詳細が出ます。報告をお願いします。',
  },
  'waited-long': {
    en: 'After {span}, {id} is still {state}; it goes on without this command. Follow it with `sekisho lease show {id}`.',
    ja: '{span}待ちましたが {id} はまだ「{state}」です。処理は続いています。`sekisho lease show {id}` で確かめてください。',
  },
  'was-denied': {
    en: '{id} was denied. `sekisho timeline list --lease {id}` shows by whom and why.',
    ja: '{id} は却下されました。`sekisho timeline list --lease {id}` で却下した人と理由を見られます。',
  },
  'never-active': {
    en: '{id} did not become active: {why}. `sekisho timeline list --lease {id}` shows what happened.',
    ja: '{id} は利用できるようになりませんでした ({why})。`sekisho timeline list --lease {id}` で経緯を見られます。',
  },
  'no-aws': {
    en: '`aws` could not be started ({detail}). Install the AWS CLI and its Session Manager plugin, then try again.',
    ja: '`aws` を起動できません ({detail})。AWS CLI と Session Manager プラグインをインストールしてください。',
  },
  'no-docker': {
    en: '`docker` could not be started ({detail}). Install the docker command, or run what `sekisho ops connect` prints with `podman --remote` in its place.',
    ja: '`docker` を起動できません ({detail})。docker コマンドをインストールするか、`sekisho ops connect` が表示するコマンドの docker を `podman --remote` に替えて実行してください。',
  },
  'manifest-without-url': {
    en: 'Slack over HTTP needs the public address of Sekisho. Add --url https://sekisho.example.com.',
    ja: 'HTTP で使うには Sekisho の公開アドレスが必要です。--url https://sekisho.example.com を付けてください。',
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
  'not-keys': {
    en: '{file} holds no Ed25519 public key. Give PEM, or the "publicKey" of a checkpoint that you trust, one a line.',
    ja: '{file} に Ed25519 の公開鍵がありません。PEM か、信頼するチェックポイントの publicKey を 1 行に 1 つ書いてください。',
  },
  'not-an-export': {
    en: '{file} line {line} is not an entry as `sekisho timeline export` writes it: the file was changed or cut. Export it again.',
    ja: '{file} の {line} 行目は `sekisho timeline export` の形式ではありません (改変か欠落)。書き出し直してください。',
  },
  'chain-broken': {
    en: 'Entry {number} does not hold ({check}): the timeline was changed there. Keep the database and the checkpoints as they are, and tell an admin.',
    ja: '記録 {number} が検証に失敗しました ({check})。改変の疑いがあります。データベースとチェックポイントを保存し、管理者に知らせてください。',
  },
  'anchor-strange': {
    en: 'The checkpoint of entry {number} was signed with a key that is not among those you trust, so it proves nothing. Find out who made it; if the key is yours, add it to them.',
    ja: '記録 {number} のチェックポイントは、信頼する鍵で署名されていないため証拠になりません。作成者を確かめ、正しい鍵なら信頼する鍵に加えてください。',
  },
  'report-unwritable': {
    en: '{file} cannot be written ({detail}). Name another file, or print it with --markdown.',
    ja: '{file} に書けません ({detail})。別のファイルを指定するか、--markdown で表示してください。',
  },
  'report-written': {
    en: 'The report is in {file}. What was learned is yours to write.',
    ja: 'レポートを {file} に書き出しました。学んだことを書き加えてください。',
  },
  'anchor-appended': {
    en: 'Checkpoint {number} was appended to {file}.',
    ja: 'チェックポイント {number} を {file} に追記しました。',
  },
  'config-good': { en: '{file} is in order.', ja: '{file} に問題はありません。' },
  'config-read': {
    en: 'Beside it: {slos SLO}, {services service}, {sources data source}.',
    ja: 'services から SLO {slos} 件、サービス {services} 件、データソース {sources} 件を読みました。',
  },
  'config-warning': { en: 'Warning: ', ja: '注意: ' },
  'config-bad': {
    en: '{file} has {count problem}, listed above. Mend them and run `sekisho check` again.',
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
} as const satisfies Readonly<Record<string, Pair>>;
