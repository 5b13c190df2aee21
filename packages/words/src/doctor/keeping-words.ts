import type { WordsOfChecks } from './check-words.ts';

export const keepingWords: WordsOfChecks<'anchor' | 'backup'> = {
  anchor: {
    why: {
      en: 'Whoever owns the database can rewrite the timeline; a checkpoint kept outside shows it.',
      ja: 'データベースの持ち主は記録を書き換えられます。外に保管したチェックポイントがあれば検出できます。',
    },
    outcomes: {
      good: {
        seen: {
          en: 'a checkpoint was handed out {days} day(s) ago ({at})',
          ja: '{days} 日前にチェックポイントを発行しました({at})',
        },
      },
      old: {
        seen: {
          en: 'the last checkpoint was handed out {days} days ago ({at}), more than {bound}',
          ja: '最後のチェックポイントは {days} 日前です({at}、許容 {bound} 日)',
        },
        fix: {
          en: 'sekisho timeline anchor > FILE, weekly, and keep it where the database’s owner cannot change it (S3 with object lock).',
          ja: '毎週 sekisho timeline anchor > FILE を実行し、データベースの管理者が変更できない場所(オブジェクトロック付き S3)に保管してください。',
        },
      },
      never: {
        seen: { en: 'no checkpoint was ever handed out', ja: 'チェックポイントがまだありません' },
        fix: {
          en: 'sekisho timeline anchor > FILE, weekly, and keep it where the database’s owner cannot change it (S3 with object lock).',
          ja: '毎週 sekisho timeline anchor > FILE を実行し、データベースの管理者が変更できない場所(オブジェクトロック付き S3)に保管してください。',
        },
      },
      practice: {
        seen: { en: 'none yet; practice needs none', ja: 'まだありません(練習では不要です)' },
      },
    },
  },
  backup: {
    why: {
      en: 'Without one, the loss of the database is the loss of every lease and of the timeline.',
      ja: 'バックアップがないと、データベースとともに貸出とタイムラインが失われます。',
    },
    outcomes: {
      good: {
        seen: {
          en: 'taken through the server {days} day(s) ago ({at})',
          ja: '{days} 日前にサーバー経由で取得しました({at})',
        },
      },
      old: {
        seen: {
          en: 'last taken through the server {days} days ago ({at}), more than {bound}',
          ja: 'サーバー経由の最後の取得は {days} 日前です({at}、許容 {bound} 日)',
        },
        fix: {
          en: 'sekisho backup --to FILE --recipient age1…, daily. One taken past the server (--database) is not known here.',
          ja: '毎日 sekisho backup --to FILE --recipient age1… を実行してください。--database で取得した分はここでは分かりません。',
        },
      },
      never: {
        seen: {
          en: 'none was ever taken through the server',
          ja: 'サーバー経由のバックアップがまだありません',
        },
        fix: {
          en: 'sekisho backup --to FILE --recipient age1…, daily. One taken past the server (--database) is not known here.',
          ja: '毎日 sekisho backup --to FILE --recipient age1… を実行してください。--database で取得した分はここでは分かりません。',
        },
      },
      practice: {
        seen: { en: 'none yet; practice needs none', ja: 'まだありません(練習では不要です)' },
      },
    },
  },
};
