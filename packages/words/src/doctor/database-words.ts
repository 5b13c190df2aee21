import type { WordsOfChecks } from './check-words.ts';

export const databaseWords: WordsOfChecks<
  'database' | 'database-schema' | 'clock-database' | 'clock-aws'
> = {
  database: {
    why: {
      en: 'Leases and the timeline live in it; what it loses is lost.',
      ja: '貸出とタイムラインの記録先です。ここで失われたものは戻りません。',
    },
    outcomes: {
      good: { seen: { en: 'PostgreSQL {version}', ja: 'PostgreSQL {version}' } },
      embedded: {
        seen: {
          en: 'the embedded database, for one server and one small team',
          ja: '組み込みデータベース(サーバー 1 台・小規模向け)',
        },
        fix: {
          en: 'Set SEKISHO_DATABASE_URL to a PostgreSQL for replicas and its own backups.',
          ja: 'レプリカと独立したバックアップのために、SEKISHO_DATABASE_URL で PostgreSQL を指定してください。',
        },
      },
      practice: {
        seen: {
          en: 'the embedded database, as practice has it',
          ja: '組み込みデータベース(練習用)',
        },
      },
      'read-only': {
        seen: { en: 'it takes no writes', ja: '書き込みできません' },
        fix: {
          en: 'Point SEKISHO_DATABASE_URL at the primary, not at a standby.',
          ja: 'SEKISHO_DATABASE_URL をスタンバイではなくプライマリに向けてください。',
        },
      },
      unreachable: {
        seen: { en: '{where} does not answer: {detail}', ja: '{where} が応答しません: {detail}' },
        fix: {
          en: 'Is it running, SEKISHO_DATABASE_URL right, and the network open?',
          ja: 'データベースが起動しているか、SEKISHO_DATABASE_URL とネットワークが正しいかを確かめてください。',
        },
      },
    },
  },
  'database-schema': {
    why: {
      en: 'Another version’s tables may be read wrongly.',
      ja: '版の異なるテーブルは正しく読めないことがあります。',
    },
    outcomes: {
      good: { seen: { en: 'up to date ({newest})', ja: '最新です({newest})' } },
      behind: {
        seen: { en: 'not applied yet: {missing}', ja: '未適用: {missing}' },
        fix: {
          en: 'Start this version’s server once: it migrates.',
          ja: 'この版のサーバーを一度起動してください(移行されます)。',
        },
      },
      ahead: {
        seen: {
          en: 'a newer Sekisho has been at work: {unknown}',
          ja: 'より新しい Sekisho が使っています: {unknown}',
        },
        fix: {
          en: 'Finish the upgrade: start every server in the newer version.',
          ja: 'すべてのサーバーを新しい版に更新してください。',
        },
      },
    },
  },
  'clock-database': {
    why: {
      en: 'Deadlines follow the database’s clock; logs and tokens follow this machine’s.',
      ja: '期限はデータベース、ログとトークンはサーバーの時計に従います。',
    },
    outcomes: {
      good: {
        seen: {
          en: 'the database is {seconds} s ahead, within {bound} s',
          ja: 'データベースとのずれは {seconds} 秒(許容 {bound} 秒)',
        },
      },
      off: {
        seen: {
          en: 'the database is {seconds} s ahead, more than {bound} s',
          ja: 'データベースとのずれが {seconds} 秒あります(許容 {bound} 秒)',
        },
        fix: {
          en: 'Let both machines follow NTP (chrony, or Amazon Time Sync).',
          ja: '両方のマシンで NTP(chrony や Amazon Time Sync)を使ってください。',
        },
      },
      far: {
        seen: {
          en: 'the database is {seconds} s ahead, far more than {bound} s',
          ja: 'データベースとのずれが {seconds} 秒もあります(許容 {bound} 秒)',
        },
        fix: {
          en: 'Set the clocks now: deadlines and logins are judged wrongly. Let both follow NTP.',
          ja: 'すぐに時計を合わせてください。期限とログインを正しく判定できません。両方で NTP を使ってください。',
        },
      },
    },
  },
  'clock-aws': {
    why: {
      en: 'AWS fires the dead-man’s switches by its own clock, and refuses signatures that are minutes off.',
      ja: '期限切れの停止は AWS の時計で行われ、数分ずれた署名は拒否されます。',
    },
    outcomes: {
      good: {
        seen: {
          en: 'AWS is {seconds} s ahead, within {bound} s',
          ja: 'AWS とのずれは {seconds} 秒(許容 {bound} 秒)',
        },
      },
      'machine-off': {
        seen: {
          en: 'AWS is {seconds} s ahead of this machine, more than {bound} s',
          ja: 'AWS はこのマシンより {seconds} 秒進んでいます(許容 {bound} 秒)',
        },
        fix: {
          en: 'Let this machine follow NTP. The database’s clock, which decides deadlines, is compared by the server: sekisho doctor --url …',
          ja: 'このマシンを NTP に合わせてください。期限を決めるデータベースの時計は、サーバーが比較します: sekisho doctor --url …',
        },
      },
      off: {
        seen: {
          en: 'AWS is {seconds} s ahead of the database, more than {bound} s',
          ja: 'データベースと AWS の時計に {seconds} 秒のずれがあります(許容 {bound} 秒)',
        },
        fix: {
          en: 'Let the database’s machine follow NTP.',
          ja: 'データベースのマシンで NTP を使ってください。',
        },
      },
      far: {
        seen: {
          en: 'AWS is {seconds} s ahead of the database, far more than {bound} s',
          ja: 'データベースと AWS の時計が {seconds} 秒もずれています(許容 {bound} 秒)',
        },
        fix: {
          en: 'Set the database’s clock now: switches fire at the wrong time and AWS refuses calls.',
          ja: 'すぐにデータベースの時計を合わせてください。停止の時刻が狂い、AWS への呼び出しも拒否されます。',
        },
      },
    },
  },
};
