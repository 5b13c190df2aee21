import type { WordsOfChecks } from './check-words.ts';

export const backupWords: WordsOfChecks<'backup'> = {
  backup: {
    why: {
      en: 'Without one, the loss of the database is the loss of every lease and of the timeline.',
      ja: 'バックアップがないと、データベースとともに貸出とタイムラインが失われます。',
    },
    outcomes: {
      good: {
        seen: {
          en: 'sent by the server {days} day(s) ago ({at})',
          ja: '{days} 日前にサーバー経由で取得しました({at})',
        },
      },
      old: {
        seen: {
          en: 'last sent by the server more than {days} days ago ({at}); it may be {bound}',
          ja: 'サーバー経由の最後の取得から {days} 日を超えています({at}、許容 {bound} 日)',
        },
        fix: {
          en: 'sekisho backup --to FILE --recipient age1…, daily. Where they are taken past the server (SEKISHO_DATABASE_URL, --database), name their place in keeping.backups of sekisho.yaml.',
          ja: '毎日 sekisho backup --to FILE --recipient age1… を実行してください。サーバーを介さず取得する場合(SEKISHO_DATABASE_URL、--database)は、保管先を sekisho.yaml の keeping.backups に書いてください。',
        },
      },
      never: {
        seen: {
          en: 'the server never sent one',
          ja: 'サーバー経由のバックアップがまだありません',
        },
        fix: {
          en: 'sekisho backup --to FILE --recipient age1…, daily. Where they are taken past the server (SEKISHO_DATABASE_URL, --database), name their place in keeping.backups of sekisho.yaml.',
          ja: '毎日 sekisho backup --to FILE --recipient age1… を実行してください。サーバーを介さず取得する場合(SEKISHO_DATABASE_URL、--database)は、保管先を sekisho.yaml の keeping.backups に書いてください。',
        },
      },
      practice: {
        seen: { en: 'none yet; practice needs none', ja: 'まだありません(練習では不要です)' },
      },
      kept: {
        seen: {
          en: 'the newest in {place} is {days} day(s) old ({at})',
          ja: '{place} の最新は {days} 日前です({at})',
        },
      },
      late: {
        seen: {
          en: 'the newest in {place} is more than {days} days old ({at}); it may be {bound}',
          ja: '{place} の最新は {days} 日を超えています({at}、許容 {bound} 日)',
        },
        fix: {
          en: 'Look at what takes them (the task sekisho-backup and its schedule, cron): its last exit code and its log.',
          ja: '取得している処理(sekisho-backup のタスクとスケジュール、cron)の最後の終了コードとログを調べてください。',
        },
      },
      absent: {
        seen: { en: 'there is none in {place}', ja: '{place} にまだありません' },
        fix: {
          en: 'sekisho backup --to PLACE/TIME.backup --recipient age1…, daily (docs/backup.md); Terraform’s hub does it where backup has recipients.',
          ja: '毎日 sekisho backup --to 保管先/TIME.backup --recipient age1… を実行してください(docs/backup.md)。Terraform の hub は backup に受取人があれば自動で行います。',
        },
      },
    },
  },
};
