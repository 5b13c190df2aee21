import type { LocalCommand, LocalOption } from './local-command.ts';

const database: LocalOption = {
  flags: '--database <url>',
  help: {
    en: 'PostgreSQL or a data directory, past the server (default: the server)',
    ja: 'サーバーを通さず PostgreSQL またはデータディレクトリを指定(既定はサーバー)',
  },
};

/** Keeping everything that Sekisho knows, and bringing it back. */
export const keepCommands: readonly LocalCommand[] = [
  {
    words: ['backup'],
    examples: [
      'backup --to sekisho.backup',
      'backup --to sekisho.backup --recipient age1…',
      'backup --to s3://acme-backups/sekisho/{time}.backup --recipient age1…',
    ],
    help: {
      en: 'keep everything that Sekisho knows in one file',
      ja: 'Sekisho のすべての記録を 1 つのファイルに保存',
    },
    options: [
      {
        flags: '--to <file>',
        help: {
          en: 'a file, or s3://BUCKET/KEY with {time} in it',
          ja: '保存先のファイル、または s3://バケット/キー({time} は日時)',
        },
      },
      {
        flags: '--recipient <key>',
        help: {
          en: 'age public key that alone can read it; may be repeated',
          ja: '復号できる age の公開鍵。繰り返し可',
        },
        many: true,
      },
      {
        flags: '--recipients-file <file>',
        help: {
          en: 'age public keys, one in a line',
          ja: 'age の公開鍵を 1 行に 1 つ書いたファイル',
        },
      },
      {
        flags: '--unencrypted',
        help: {
          en: 'keep it in clear: whoever has the file reads everything',
          ja: '平文で保存(ファイルを持つ人は誰でも読めます)',
        },
      },
      {
        flags: '--kms-key <arn>',
        help: {
          en: 'KMS key that S3 encrypts with (default: as the bucket says)',
          ja: 'S3 が暗号化に使う KMS キー(既定はバケットの設定)',
        },
      },
      database,
    ],
    work: async (host, asked) => (await import('../keep/backup.ts')).backup(host, asked),
  },
  {
    words: ['restore'],
    examples: [
      'restore --from sekisho.backup --to-database restored',
      'restore --from sekisho.backup --identity key.txt --to-database postgres://db.example.com/sekisho',
    ],
    help: {
      en: 'bring a backup back into an empty database',
      ja: 'バックアップを空のデータベースに復元',
    },
    options: [
      {
        flags: '--from <file>',
        help: {
          en: 'the backup: a file, or s3://BUCKET/KEY',
          ja: 'バックアップのファイル、または s3://バケット/キー',
        },
      },
      {
        flags: '--identity <file>',
        help: { en: 'file with your age secret key', ja: 'age の秘密鍵のファイル' },
      },
      {
        flags: '--to-database <url>',
        help: {
          en: 'postgres://…, or a directory for the embedded database',
          ja: 'postgres://… または組み込みデータベースのディレクトリ',
        },
      },
    ],
    work: async (host, asked) => (await import('../keep/restore.ts')).restore(host, asked),
  },
];
