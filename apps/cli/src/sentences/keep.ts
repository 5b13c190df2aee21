import type { Pair } from '@sekisho/words/language';

/** About `sekisho backup` and `sekisho restore`. */
export const keepSentences = {
  'backup-where': {
    en: 'Where to keep it? sekisho backup --to sekisho.backup',
    ja: '保存先を指定してください: sekisho backup --to sekisho.backup',
  },
  'backup-clear': {
    en: 'A backup holds everything that Sekisho knows. Name who alone can read it with --recipient age1…, or say aloud that it stays in clear: --unencrypted.',
    ja: 'バックアップには Sekisho のすべての記録が入ります。読める人を --recipient age1… で指定するか、平文でよければ --unencrypted を付けてください。',
  },
  'backup-both': {
    en: '--unencrypted and recipients exclude each other: give one of them.',
    ja: '--unencrypted と受信者は同時に指定できません。どちらか一方にしてください。',
  },
  'backup-no-recipients': {
    en: '{file} names no recipient: one age1… in a line.',
    ja: '{file} に受信者がありません。age1… を 1 行に 1 つ書いてください。',
  },
  'backup-done': {
    en: '{file}: {size} kB, {how}. SHA-256 {sha256}',
    ja: '{file}: {size} kB、{how}。SHA-256 {sha256}',
  },
  'backup-encrypted': { en: 'encrypted for {count}', ja: '{count} 件の鍵で暗号化' },
  'backup-in-clear': {
    en: 'NOT encrypted: whoever has it reads everything',
    ja: '暗号化していません(誰でも読めます)',
  },
  'backup-unwritable': {
    en: '{file} cannot be written ({detail}). Choose another place, or make room.',
    ja: '{file} に書き込めません ({detail})。別の場所を選ぶか、空きを作ってください。',
  },
  'backup-sent': { en: '{file}: {size} MB sent', ja: '{file}: {size} MB 送信済み' },
  'backup-no-object': {
    en: '{value} is no object in S3. Write s3://BUCKET/KEY, e.g. s3://acme-backups/sekisho/{time}.backup',
    ja: '{value} は S3 のオブジェクトではありません。s3://バケット/キー の形で指定してください(例: s3://acme-backups/sekisho/{time}.backup)。',
  },
  'backup-kms-file': {
    en: '--kms-key is for s3://…; a file is encrypted for --recipient.',
    ja: '--kms-key は s3://… だけで使えます。ファイルは --recipient で暗号化してください。',
  },
  'backup-exists': {
    en: 'Something is at {file} already, and stays as it is. Choose another key, e.g. with {time} in it.',
    ja: '{file} にはすでにオブジェクトがあります(上書きしていません)。{time} を入れるなど、別のキーを指定してください。',
  },
  'backup-s3-denied-write': {
    en: 'AWS does not let these credentials write {file} ({detail}). They need what docs/iam/backup.json allows.',
    ja: 'この認証情報では {file} に書き込めません ({detail})。docs/iam/backup.json の権限が必要です。',
  },
  'backup-s3-denied-read': {
    en: 'AWS does not let these credentials read {file} ({detail}). They need what docs/iam/restore.json allows; or nothing is there, of which S3 says the same. Look for its key: aws s3 ls --recursive s3://BUCKET/PREFIX',
    ja: 'この認証情報では {file} を読み出せません ({detail})。docs/iam/restore.json の権限が必要です。オブジェクトがない場合も S3 は同じ応答を返します。aws s3 ls --recursive s3://バケット/プレフィックス でキーを確かめてください。',
  },
  'backup-s3-missing': {
    en: 'There is nothing at {file}. Look for its key: aws s3 ls --recursive s3://BUCKET/PREFIX',
    ja: '{file} には何もありません。aws s3 ls --recursive s3://バケット/プレフィックス でキーを確かめてください。',
  },
  'backup-s3-away': {
    en: 'S3 does not take part with {file}: {detail}. Check the bucket, AWS_REGION and AWS_ENDPOINT_URL.',
    ja: 'S3 で {file} を扱えません: {detail}。バケット、AWS_REGION、AWS_ENDPOINT_URL を確かめてください。',
  },
  'backup-s3-unknown': {
    en: 'S3 does not answer for {file}: {detail}. Whether it is there is not known, and parts of it may lie there until a lifecycle rule removes them: look (aws s3 ls {file}), then take another under another key, e.g. with {time} in it.',
    ja: '{file} について S3 の応答がありません: {detail}。保存されたかどうかは不明で、途中のパートがライフサイクルルールで消えるまで残ることがあります。aws s3 ls {file} で確かめてから、{time} を入れるなど別のキーでやり直してください。',
  },
  'backup-s3-expired': {
    en: 'These credentials have expired ({detail}). Sign in to AWS anew, and begin {file} again; what was sent of a backup may lie there in parts until a lifecycle rule removes them.',
    ja: '認証情報の期限が切れています ({detail})。AWS に再度サインインし、{file} を最初からやり直してください。送信済みのパートは、ライフサイクルルールで消えるまで残ることがあります。',
  },
  'backup-refused': {
    en: '{url} sends no backup (HTTP {status}). Is it a Sekisho of this version?',
    ja: '{url} からバックアップを取得できません (HTTP {status})。同じ版の Sekisho か確かめてください。',
  },
  'backup-torn': {
    en: 'The connection to {url} ended before the backup did; nothing was written. Try again.',
    ja: '{url} との接続が途中で切れたため、何も保存していません。もう一度実行してください。',
  },
  'restore-what': {
    en: 'Which backup, and where to? sekisho restore --from sekisho.backup --to-database postgres://… (or a directory)',
    ja: 'バックアップと復元先を指定してください: sekisho restore --from sekisho.backup --to-database postgres://…(またはディレクトリ)',
  },
  'restore-done': {
    en: 'Restored {rows} rows of {tables} tables into {where}: everything up to {takenAt}, entry {newest}. Nothing is lent, taken back or swept there until an admin has looked.',
    ja: '{where} に {tables} テーブル {rows} 行を復元しました({takenAt}、記録 {newest} まで)。管理者が確認するまで、貸出・回収・掃除は行いません。',
  },
  'restore-next-embedded': {
    en: 'Stop every server of the database that this replaces, start one with SEKISHO_DATA={where}, then: sekisho recovery show',
    ja: '元のデータベースを使うサーバーをすべて停止してから SEKISHO_DATA={where} でサーバーを起動し、sekisho recovery show を実行してください。',
  },
  'restore-next-postgres': {
    en: 'Stop every server of the database that this replaces, start one with SEKISHO_DATABASE_URL of {where}, then: sekisho recovery show',
    ja: '元のデータベースを使うサーバーをすべて停止してから、SEKISHO_DATABASE_URL を {where} にしてサーバーを起動し、sekisho recovery show を実行してください。',
  },
  'keep-no-database': {
    en: 'There is no database in {where}. Name a data directory, or postgres://…',
    ja: '{where} にデータベースがありません。データディレクトリか postgres://… を指定してください。',
  },
  'keep-database': {
    en: '{where} cannot be used: {detail}. A password may be in PGPASSWORD instead of the address.',
    ja: '{where} を利用できません: {detail}。パスワードは PGPASSWORD でも指定できます。',
  },
  'backup-not-a-backup': {
    en: '{file} is no backup of Sekisho. Give the file that `sekisho backup` wrote.',
    ja: '{file} は Sekisho のバックアップではありません。`sekisho backup` で作ったファイルを指定してください。',
  },
  'backup-other-format': {
    en: '{file} is of another format{detail}. Restore it with the Sekisho that wrote it, then upgrade.',
    ja: '{file} は別の形式です{detail}。作成した版の Sekisho で復元してから更新してください。',
  },
  'backup-newer': {
    en: '{file} was taken by a newer Sekisho{detail}. Restore it with that version or a later one.',
    ja: '{file} はより新しい Sekisho で作成されています{detail}。その版以降で復元してください。',
  },
  'backup-damaged': {
    en: '{file} is damaged{detail}. Nothing was restored; use another backup, or fetch this one again.',
    ja: '{file} は壊れています{detail}。何も復元していません。別のバックアップを使うか、取得し直してください。',
  },
  'backup-cut-short': {
    en: '{file} ends too soon. Nothing was restored; use another backup, or fetch this one again.',
    ja: '{file} は途中で切れています。何も復元していません。別のバックアップを使うか、取得し直してください。',
  },
  'backup-needs-identity': {
    en: '{file} is encrypted. Give the file with your age secret key: --identity key.txt',
    ja: '{file} は暗号化されています。age の秘密鍵のファイルを --identity key.txt で指定してください。',
  },
  'backup-wrong-identity': {
    en: '{file} is not encrypted for this key. Give the identity of one of its recipients.',
    ja: '{file} はこの鍵では復号できません。受信者の秘密鍵を指定してください。',
  },
  'backup-bad-identity': {
    en: 'The identity file holds no age secret key. It has lines like AGE-SECRET-KEY-1…, as age-keygen writes them.',
    ja: 'age の秘密鍵が見つかりません。age-keygen が作る AGE-SECRET-KEY-1… の行を含むファイルを指定してください。',
  },
  'backup-bad-recipient': {
    en: 'That is no age recipient{detail}. Give the public key that age-keygen shows; it begins with age1.',
    ja: 'age の受信者ではありません{detail}。age-keygen が表示する age1 で始まる公開鍵を指定してください。',
  },
  'backup-not-empty': {
    en: '{where} is not empty, and nothing in it was changed. Name an empty database, or a new directory.',
    ja: '{where} は空ではありません(何も変更していません)。空のデータベースか、新しいディレクトリを指定してください。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
