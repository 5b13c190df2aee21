import type { WordsOfChecks } from './check-words.ts';

export const houseWords: WordsOfChecks<
  | 'public-url'
  | 'login-provider'
  | 'stop-everything'
  | 'restore'
  | 'engine'
  | 'orders'
  | 'stuck-leases'
> = {
  'public-url': {
    why: {
      en: 'Links on cards lead there, and sign-ins come back to it.',
      ja: 'カードのリンク先とログインの戻り先です。',
    },
    outcomes: {
      good: { seen: { en: '{url}', ja: '{url}' } },
      none: {
        seen: {
          en: 'nobody said where people reach the console',
          ja: 'コンソールの URL が設定されていません',
        },
        fix: {
          en: 'Set url: https://… in sekisho.yaml.',
          ja: 'sekisho.yaml に url: https://… を設定してください。',
        },
      },
      'in-clear': {
        seen: { en: '{url} is without TLS', ja: '{url} は TLS を使っていません' },
        fix: {
          en: 'Put TLS before it, and set url: https://…',
          ja: 'TLS を終端するプロキシを置き、url: https://… を設定してください。',
        },
      },
      practice: { seen: { en: 'on this machine, as practice is', ja: 'このマシン上(練習用)' } },
    },
  },
  'login-provider': {
    why: {
      en: 'Without it nobody signs in, and no approval can be given in the console.',
      ja: '使えないと誰もログインできず、コンソールで承認できません。',
    },
    outcomes: {
      good: {
        seen: {
          en: '{issuer} describes itself as it should',
          ja: '{issuer} の検出ドキュメントは正常です',
        },
      },
      off: {
        seen: { en: 'not configured', ja: '未設定' },
        fix: {
          en: 'Set login: in sekisho.yaml; see docs/login.md.',
          ja: 'sekisho.yaml の login: を設定してください(docs/login.md を参照)。',
        },
      },
      'no-secret': {
        seen: { en: '{variable} is not set', ja: '{variable} が設定されていません' },
        fix: {
          en: 'Give the client’s secret in that variable, and restart.',
          ja: 'その変数にクライアントシークレットを設定し、再起動してください。',
        },
      },
      'other-issuer': {
        seen: {
          en: '{issuer} calls itself {said}',
          ja: '{issuer} は自身を {said} と名乗っています',
        },
        fix: {
          en: 'Write login.issuer exactly as the provider names itself.',
          ja: 'login.issuer をプロバイダーの名乗りどおりに書いてください。',
        },
      },
      unreachable: {
        seen: {
          en: '{issuer} does not describe itself: {detail}',
          ja: '{issuer} の検出ドキュメントを取得できません: {detail}',
        },
        fix: {
          en: 'Is login.issuer right, and may the server reach it?',
          ja: 'login.issuer が正しいか、サーバーから接続できるかを確かめてください。',
        },
      },
    },
  },
  'stop-everything': {
    why: { en: 'While it is in force nothing is lent.', ja: '有効な間は何も貸し出しません。' },
    outcomes: {
      off: { seen: { en: 'not in force', ja: '停止中ではありません' } },
      on: {
        seen: { en: 'in force since {since}, by {by}', ja: '{since} から停止中({by})' },
        fix: {
          en: 'When the danger is over: sekisho lease resume --reason "…"',
          ja: '問題が解決したら: sekisho lease resume --reason "…"',
        },
      },
    },
  },
  restore: {
    why: {
      en: 'A restored database does not know what happened since; until an admin has looked nothing is lent or taken back.',
      ja: '復元後の出来事を知らないため、管理者が確認するまで貸出も回収もしません。',
    },
    outcomes: {
      settled: { seen: { en: 'none waits to be settled', ja: '確認待ちの復元はありません' } },
      unsettled: {
        seen: {
          en: 'brought back from a backup of {takenAt}, and not settled',
          ja: '{takenAt} のバックアップから復元され、未確認です',
        },
        fix: {
          en: 'sekisho recovery show, then sekisho recovery settle --shown SHOWN --reason "…"',
          ja: 'sekisho recovery show で確認し、sekisho recovery settle --shown SHOWN --reason "…" を実行してください。',
        },
      },
    },
  },
  engine: {
    why: {
      en: 'What is due is taken back late when the engine lags.',
      ja: 'エンジンが遅れると、回収も遅れます。',
    },
    outcomes: {
      good: {
        seen: { en: 'nothing waits longer than {seconds} s', ja: '最長の待ちは {seconds} 秒です' },
      },
      late: {
        seen: {
          en: 'something has been due for {seconds} s, more than {bound} s',
          ja: '期限到来から {seconds} 秒待っているものがあります(許容 {bound} 秒)',
        },
        fix: {
          en: 'Look at the server’s log for calls that fail; add a replica, or restart one that hangs.',
          ja: 'サーバーのログで失敗している呼び出しを調べ、レプリカを増やすか、止まったものを再起動してください。',
        },
      },
    },
  },
  orders: {
    why: {
      en: 'Pages, cards, reminders and statuses are ordered first and told later, by whoever can.',
      ja: '呼び出し・カード・通知・ステータスは、記録してから順に送られます。',
    },
    outcomes: {
      good: {
        seen: {
          en: 'nothing has waited to be told for {bound} min',
          ja: '{bound} 分以上送れずにいるものはありません',
        },
      },
      late: {
        seen: {
          en: '{count} wait to be told, the oldest ({topic}) for {minutes} min: {detail}',
          ja: '{count} 件が未送信で、最も古いもの({topic})は {minutes} 分待っています: {detail}',
        },
        fix: {
          en: 'Mend what it names (the token, the network, the receiver); it is tried again by itself.',
          ja: '表示の原因(トークン、ネットワーク、受信側)を直してください。自動で再送されます。',
        },
      },
      'pages-late': {
        seen: {
          en: '{count} page(s) reached nobody, the oldest for {minutes} min: {detail}',
          ja: '{count} 件の呼び出しが届いておらず、最も古いものは {minutes} 分前です: {detail}',
        },
        fix: {
          en: 'Look at Now yourself, then mend what it names (the token, the network, the receiver); it is tried again by itself.',
          ja: 'まず「現在」の画面を確認し、表示の原因(トークン、ネットワーク、受信側)を直してください。自動で再送されます。',
        },
      },
    },
  },
  'stuck-leases': {
    why: {
      en: 'A stuck lease is access that could not be taken back yet.',
      ja: '停滞した貸出は、まだ回収できていない権限です。',
    },
    outcomes: {
      none: { seen: { en: 'none', ja: 'なし' } },
      stuck: {
        seen: { en: '{count} cannot be taken back', ja: '{count} 件を回収できていません' },
        fix: {
          en: 'sekisho lease list shows them and what is in the way; it is tried again for ever.',
          ja: 'sekisho lease list で対象と原因を確認してください(回収は続けて試みます)。',
        },
      },
    },
  },
};
