import type { Pair } from '@sekisho/words/language';

/** About getting credentials of a permission set. */
export const awsCredentialSentences = {
  'aws-which-profile': {
    en: 'Which profile? Name one with --profile: {names}.',
    ja: '--profile でプロファイルを指定してください: {names}。',
  },
  'aws-no-profile': {
    en: '{file} has no profile {name}. It has {names}.',
    ja: '{file} にプロファイル {name} はありません。あるのは {names} です。',
  },
  'aws-not-a-set': {
    en: '{name} is no permission set. `sekisho aws config --write` makes a profile of it, which the AWS CLI assumes from its source profile.',
    ja: '{name} は許可セットではありません。`sekisho aws config --write` でプロファイルを作れば、AWS CLI が元のプロファイルから切り替えます。',
  },
  'aws-no-identity-center': {
    en: '{file} does not say where people sign in. Add identityCenter: { startUrl: …, region: … }.',
    ja: '{file} にサインイン先がありません。identityCenter: { startUrl: …, region: … } を追加してください。',
  },
  'aws-no-passphrase': {
    en: 'There is no keychain here, and nobody to ask for a passphrase. Set SEKISHO_PASSPHRASE, or keep nothing with --no-cache.',
    ja: 'キーチェーンがなく、パスフレーズを尋ねる端末もありません。SEKISHO_PASSPHRASE を設定するか、--no-cache で何も保存せずに使ってください。',
  },
  'aws-new-passphrase': {
    en: 'There is no keychain here. Passphrase for the file that keeps your sign-in:',
    ja: 'キーチェーンがないため、サインイン情報を暗号化したファイルに保存します。新しいパスフレーズ:',
  },
  'aws-passphrase': {
    en: 'Passphrase of the file that keeps your sign-in:',
    ja: 'サインイン情報のパスフレーズ:',
  },
  'aws-passphrase-again': { en: 'The same again:', ja: 'もう一度入力:' },
  'aws-passphrases-differ': {
    en: 'The two are not the same. Nothing was kept; try again.',
    ja: '二つが一致しません。何も保存していません。もう一度実行してください。',
  },
  'aws-short-passphrase': {
    en: 'A passphrase needs {count} characters at least.',
    ja: 'パスフレーズは {count} 文字以上にしてください。',
  },
  'aws-unopened': {
    en: '{file} cannot be opened: another passphrase, or somebody changed the file. Try again, or delete it and sign in anew.',
    ja: '{file} を開けません。パスフレーズが違うか、ファイルが変更されています。もう一度試すか、ファイルを削除してサインインし直してください。',
  },
  'aws-why': {
    en: '{set} in {account} is lent. What do you need it for?',
    ja: '{account} の {set} を借ります。用途:',
  },
  'aws-no-reason': {
    en: '{set} in {account} is lent, and nobody said why it is needed. Set SEKISHO_REASON, or run `sekisho access request --permission-set {set} --account {account} --for 1h --reason "…" --wait` before.',
    ja: '{account} の {set} を借りるには理由が必要です。SEKISHO_REASON を設定するか、先に `sekisho access request --permission-set {set} --account {account} --for 1h --reason "…" --wait` を実行してください。',
  },
  'aws-asked': {
    en: '{id}: asked for {set} in {account}. Approve: {url}',
    ja: '{id}: {account} の {set} を申請しました。承認: {url}',
  },
  'aws-approvers': { en: 'Who can: {people}.', ja: '承認できる人: {people}' },
  'aws-not-lent': {
    en: '{id} is {state}, so nothing is lent. `sekisho timeline list --lease {id}` shows what happened.',
    ja: '{id} は「{state}」のため借りられません。`sekisho timeline list --lease {id}` で経緯を見られます。',
  },
  'aws-sign-in': {
    en: 'Sign in at {url} and compare the code: {code}',
    ja: '{url} でサインインし、コードが {code} であることを確かめてください。',
  },
  'aws-sign-in-refused': {
    en: 'The sign-in was refused in the browser. Run it again to sign in.',
    ja: 'ブラウザーでサインインが拒否されました。もう一度実行してください。',
  },
  'aws-sign-in-late': {
    en: 'Nobody signed in before the code expired. Run it again for a new one.',
    ja: 'サインインされないままコードの期限が切れました。もう一度実行してください。',
  },
  'aws-no-browser': {
    en: 'No browser could be started. Open the address yourself.',
    ja: 'ブラウザーを起動できません。アドレスを自分で開いてください。',
  },
  'aws-other-signs-in': {
    en: 'Another command of yours waits for a sign-in: do what it says, or end it.',
    ja: '別のコマンドがサインインを待っています。その案内に従うか、そのコマンドを終了してください。',
  },
  'aws-other-waits': {
    en: 'Another command is getting the same credentials; waiting for it.',
    ja: '別のコマンドが同じ認証情報を取得中のため、待っています。',
  },
  'aws-not-assigned': {
    en: 'AWS does not give you {set} in {account} ({detail}). `sekisho access could` shows what you have; without --no-lease it is asked for.',
    ja: 'AWS が {account} の {set} を渡しません ({detail})。`sekisho access could` で使えるものを確かめてください。--no-lease を外せば申請します。',
  },
  'aws-no-answer': {
    en: 'AWS gave no credentials for {set} in {account} ({detail}). Try again.',
    ja: '{account} の {set} の認証情報を AWS から取得できません ({detail})。もう一度試してください。',
  },
  'aws-exec-what': {
    en: 'Which program? Name it after two dashes: sekisho aws exec --profile NAME -- terraform plan',
    ja: '実行するプログラムを -- の後に書いてください: sekisho aws exec --profile NAME -- terraform plan',
  },
  'aws-exec-until': {
    en: 'These credentials work until {until}, and cannot be renewed inside the program.',
    ja: 'この認証情報は {until} まで有効です。プログラムの中では更新できません。',
  },
  'aws-exec-failed': {
    en: '{command} could not be started ({detail}). Check its name.',
    ja: '{command} を起動できません ({detail})。名前を確かめてください。',
  },
  'aws-destination': {
    en: '"{value}" is no page of the AWS console. Write it like https://console.aws.amazon.com/s3/home.',
    ja: '「{value}」は AWS コンソールのページではありません。https://console.aws.amazon.com/s3/home のように書いてください。',
  },
  'aws-no-link': {
    en: 'AWS made no sign-in link ({detail}). Without --federated the link of the portal is printed.',
    ja: 'サインインリンクを取得できません ({detail})。--federated を外せばポータルのリンクを出力します。',
  },
  'aws-discover-where': {
    en: 'Nothing says where Identity Center lives. Add identityCenter: { startUrl: …, region: …, account: … }, or name both with --account and --region.',
    ja: 'Identity Center の場所がわかりません。identityCenter に startUrl・region・account を書くか、--account と --region で指定してください。',
  },
  'aws-discover-denied': {
    en: 'AWS refuses to show the organization in account {account}, {region} ({detail}). Use credentials of that account with organizations:ListAccounts and sso:ListPermissionSets*.',
    ja: 'アカウント {account} ({region}) の組織を参照できません ({detail})。organizations:ListAccounts と sso:ListPermissionSets* を許可された認証情報を使ってください。',
  },
  'aws-discover-away': {
    en: 'The organization in account {account}, {region} could not be read ({detail}). Try again.',
    ja: 'アカウント {account} ({region}) の組織を読み取れません ({detail})。もう一度試してください。',
  },
  'aws-discover-new': {
    en: 'new: {id} {what}, here as {name}',
    ja: '追加: {id} {what} (名前は {name})',
  },
  'aws-discover-gone': {
    en: 'gone: {id} {name} is no active account of the organization: closed, suspended or moved',
    ja: '削除: {id} {name} は組織の有効なアカウントではありません (閉鎖・停止・移動)',
  },
  'aws-discover-renamed': {
    en: 'renamed: {id} {name} is now {what}',
    ja: '名前の変更: {id} {name} → {what}',
  },
  'aws-discover-new-set': {
    en: 'new permission set: {name} has {what}',
    ja: '許可セットの追加: {name} の {what}',
  },
  'aws-discover-gone-set': {
    en: 'permission set gone: {name} has no {what} any more',
    ja: '許可セットの削除: {name} の {what}',
  },
  'aws-discover-differs': {
    en: '{file}: {count difference} from the organization. --write puts in what was discovered; the rest is yours to change.',
    ja: '{file} は組織と {count} 件違います。--write で見つけたアカウントを書き込みます。手で書いた部分は自分で直してください。',
  },
  'aws-discover-nowhere': {
    en: '{file}: nobody can tell where accounts belong. Write "accounts:" with one account a line and no braces around them, and leave both "# sekisho" comments or none.',
    ja: '{file} のどこに書けばよいかわかりません。accounts: は { } で囲まず 1 行ずつ書き、「# sekisho」の目印は両方残すか両方消してください。',
  },
  'aws-discover-written': {
    en: '{count account} written to {file}.',
    ja: '{file} に {count} 件のアカウントを書き込みました。',
  },
  'aws-config-command-format': {
    en: '--credential-process is for --format aws-config and aws-vault.',
    ja: '--credential-process は --format aws-config と aws-vault で使えます。',
  },
  'aws-config-command-path': {
    en: 'The path {file} cannot stand in an AWS configuration. Move the file, or name a plain path with --config.',
    ja: '{file} は AWS の設定ファイルに書けないパスです。ファイルを移すか、--config で英数字だけのパスを指定してください。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
