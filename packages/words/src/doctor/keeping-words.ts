import { backupWords } from './backup-words.ts';
import type { WordsOfChecks } from './check-words.ts';

export const keepingWords: WordsOfChecks<'anchor' | 'backup' | 'kept-lock'> = {
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
          en: 'the last checkpoint was handed out more than {days} days ago ({at}); it may be {bound}',
          ja: '最後のチェックポイントから {days} 日を超えています({at}、許容 {bound} 日)',
        },
        fix: {
          en: 'Name a bucket with object lock in keeping.anchors of sekisho.yaml, and Sekisho keeps them there (docs/backup.md); or sekisho timeline anchor > FILE, weekly, by hand.',
          ja: 'sekisho.yaml の keeping.anchors にオブジェクトロック付きバケットを書けば自動で保管します(docs/backup.md)。手動なら毎週 sekisho timeline anchor > FILE を実行してください。',
        },
      },
      never: {
        seen: { en: 'no checkpoint was ever handed out', ja: 'チェックポイントがまだありません' },
        fix: {
          en: 'Name a bucket with object lock in keeping.anchors of sekisho.yaml, and Sekisho keeps them there (docs/backup.md); or sekisho timeline anchor > FILE, weekly, by hand.',
          ja: 'sekisho.yaml の keeping.anchors にオブジェクトロック付きバケットを書けば自動で保管します(docs/backup.md)。手動なら毎週 sekisho timeline anchor > FILE を実行してください。',
        },
      },
      practice: {
        seen: { en: 'none yet; practice needs none', ja: 'まだありません(練習では不要です)' },
      },
      kept: {
        seen: {
          en: 'the newest in {place} is {days} day(s) old ({at}), and fits the timeline',
          ja: '{place} の最新は {days} 日前({at})で、タイムラインと一致します',
        },
      },
      late: {
        seen: {
          en: 'the newest in {place} is more than {days} days old ({at}); it may be {bound}',
          ja: '{place} の最新は {days} 日を超えています({at}、許容 {bound} 日)',
        },
        fix: {
          en: 'Look at the server’s log for “anchors”, and give Sekisho’s own identity docs/iam/keeping.json.',
          ja: 'サーバーのログで anchors の失敗を調べ、Sekisho 自身のロールに docs/iam/keeping.json を付けてください。',
        },
      },
      absent: {
        seen: { en: 'there is none in {place}', ja: '{place} にまだありません' },
        fix: {
          en: 'One comes within ten minutes of a start. If not: look at the server’s log for “anchors”, and give Sekisho’s own identity docs/iam/keeping.json.',
          ja: '起動後 10 分以内に作られます。作られなければサーバーのログで anchors の失敗を調べ、Sekisho 自身のロールに docs/iam/keeping.json を付けてください。',
        },
      },
      contradicted: {
        seen: {
          en: 'entry {number} is not the one that was signed in {place}: {key}',
          ja: '項目 {number} が {place} の署名済みチェックポイント {key} と一致しません',
        },
        fix: {
          en: 'Treat the database as rewritten or cut: fetch the kept checkpoints, then sekisho timeline verify --anchor FILE. No new one is kept there; docs/backup.md says how to go on once it is explained.',
          ja: 'データベースの書き換えか欠落を疑い、保管したチェックポイントを取得して sekisho timeline verify --anchor FILE を実行してください。そこには新しいものを保管しません。原因が分かった後の手順は docs/backup.md にあります。',
        },
      },
      removed: {
        seen: {
          en: 'one was removed from {place}, or written over: {key}; it was read all the same, and fits',
          ja: '{place} の {key} が削除または上書きされました(以前の版は読み取れ、一致します)',
        },
        fix: {
          en: 'Find out who did it (CloudTrail, the bucket’s access log), and take the right to away from them.',
          ja: '誰が行ったか(CloudTrail、バケットのアクセスログ)を調べ、その権限を外してください。',
        },
      },
      forged: {
        seen: {
          en: 'the newest in {place} bears no true signature: {key}',
          ja: '{place} の最新 {key} の署名が正しくありません',
        },
        fix: {
          en: 'Find out who wrote it (CloudTrail, the bucket’s access log), and who else may write there. No new one is kept until it is gone.',
          ja: '誰が書いたか(CloudTrail、バケットのアクセスログ)と、他に書ける人を調べてください。それを取り除くまで新しいものは保管しません。',
        },
      },
      unreadable: {
        seen: {
          en: 'the newest in {place} is no checkpoint of this installation: {key}',
          ja: '{place} の最新 {key} は、このインストールのチェックポイントではありません',
        },
        fix: {
          en: 'Give each installation a folder of its own in keeping.anchors, and keep nothing else there. No new one is kept until it is gone.',
          ja: 'keeping.anchors にはインストールごとに専用のフォルダーを指定し、他のものを置かないでください。それを取り除くまで新しいものは保管しません。',
        },
      },
      'strange-key': {
        seen: {
          en: '{key} is signed by a key that timeline.keys does not have: {publicKey}',
          ja: '{key} は timeline.keys にない鍵で署名されています: {publicKey}',
        },
        fix: {
          en: 'If it is a server of yours (signing-key.pem in its SEKISHO_DATA), add it to timeline.keys; else find out who signs.',
          ja: '自分のサーバーの鍵(SEKISHO_DATA の signing-key.pem)なら timeline.keys に加え、そうでなければ署名した者を調べてください。',
        },
      },
      'before-restore': {
        seen: {
          en: 'the newest is of {at}, before a backup was brought back: {key}',
          ja: '最新 {key} は {at} のもので、バックアップの復元より前です',
        },
        fix: {
          en: 'Settle the restore (sekisho recovery show); the next one comes within the hour after. If nobody restored anything, treat the database as rewritten.',
          ja: '復元を確定してください(sekisho recovery show)。その後 1 時間以内に次が保管されます。誰も復元していなければ書き換えを疑ってください。',
        },
      },
    },
  },
  ...backupWords,
  'kept-lock': {
    why: {
      en: 'Without object lock, whoever may remove objects can remove what proves a rewriting, and what brings the database back.',
      ja: 'オブジェクトロックがないと、書き換えの証拠も復元の手段も、削除権限だけで消せます。',
    },
    outcomes: {
      good: {
        seen: {
          en: '{place} locks what is new for {days} days ({mode})',
          ja: '{place} は新しいオブジェクトを {days} 日ロックします({mode})',
        },
      },
      none: {
        seen: {
          en: '{place} locks nothing by itself',
          ja: '{place} に既定のオブジェクトロックがありません',
        },
        fix: {
          en: 'Give the bucket a default retention of object lock; Terraform’s hub makes such a bucket.',
          ja: 'バケットにオブジェクトロックの既定の保持期間を設定してください。Terraform の hub が作るバケットには設定済みです。',
        },
      },
    },
  },
};
