import type { WordsOfChecks } from './check-words.ts';

export const machineWords: WordsOfChecks<'node-version' | 'config-file' | 'settings' | 'server'> = {
  'node-version': {
    why: {
      en: 'Older versions of Node lack what Sekisho is written with.',
      ja: '古い Node では Sekisho が動きません。',
    },
    outcomes: {
      good: { seen: { en: 'Node {version}', ja: 'Node {version}' } },
      old: {
        seen: {
          en: 'Node {version}, older than {needed}',
          ja: 'Node {version}({needed} より前の版)',
        },
        fix: { en: 'Install Node {needed} or later.', ja: 'Node {needed} 以降を入れてください。' },
      },
    },
  },
  'config-file': {
    why: {
      en: 'What may be lent to whom is decided by this file.',
      ja: '何を誰に貸せるかは、このファイルで決まります。',
    },
    outcomes: {
      good: { seen: { en: '{file} is well', ja: '{file} に問題はありません' } },
      warnings: {
        seen: {
          en: '{file} has {count} warning(s); the first: {first}',
          ja: '{file} に {count} 件の警告があります。最初の警告: {first}',
        },
        fix: {
          en: 'Run sekisho check {file}, and mend what it names.',
          ja: 'sekisho check {file} を実行し、示された箇所を直してください。',
        },
      },
      broken: {
        seen: {
          en: '{file} cannot be used, {count} problem(s); the first: {first}',
          ja: '{file} は使えません(問題 {count} 件)。最初の問題: {first}',
        },
        fix: {
          en: 'Run sekisho check {file}, and mend what it names.',
          ja: 'sekisho check {file} を実行し、示された箇所を直してください。',
        },
      },
      missing: {
        seen: { en: '{file} cannot be read: {detail}', ja: '{file} を読めません: {detail}' },
        fix: {
          en: 'Run the doctor where sekisho.yaml is, or name it with SEKISHO_CONFIG.',
          ja: 'sekisho.yaml のある場所で実行するか、SEKISHO_CONFIG で指定してください。',
        },
      },
      elsewhere: {
        seen: {
          en: 'no {file} here; the server has its own',
          ja: 'ここに {file} はありません(サーバー側にあります)',
        },
      },
      'no-account': {
        seen: {
          en: 'no environment is in the account {account}',
          ja: 'アカウント {account} の環境はありません',
        },
        fix: {
          en: 'Name an account of an environment of sekisho.yaml with --account: {known}',
          ja: '--account には sekisho.yaml の環境のアカウントを指定してください: {known}',
        },
      },
    },
  },
  settings: {
    why: {
      en: 'A setting that cannot be read keeps the server from starting.',
      ja: '読み取れない設定があると、サーバーを起動できません。',
    },
    outcomes: {
      good: {
        seen: {
          en: 'the settings of this environment can be used',
          ja: 'この環境の設定は使えます',
        },
      },
      broken: {
        seen: { en: '{detail}', ja: '{detail}' },
        fix: {
          en: 'Set the variable as it says; docs/settings.md lists all of them.',
          ja: '表示のとおりに変数を設定してください。一覧は docs/settings.md にあります。',
        },
      },
    },
  },
  server: {
    why: {
      en: 'The server alone sees Slack, AWS and the database with the rights that it has.',
      ja: 'Slack・AWS・データベースをサーバー自身の権限で確認できるのは、サーバーだけです。',
    },
    outcomes: {
      good: { seen: { en: '{url} answered', ja: '{url} が応答しました' } },
      none: {
        seen: { en: 'no server was found', ja: 'サーバーが見つかりません' },
        fix: {
          en: 'Start one (npm start, or sekisho serve), or name it: --url https://…, after sekisho login.',
          ja: 'サーバーを起動する(npm start または sekisho serve)か、sekisho login のうえ --url https://… で指定してください。',
        },
      },
      'not-here': {
        seen: { en: '{detail}', ja: '{detail}' },
        fix: {
          en: 'Mend what it names, then run the doctor again.',
          ja: '示された箇所を直してから、もう一度実行してください。',
        },
      },
      unreachable: {
        seen: { en: '{detail}', ja: '{detail}' },
        fix: {
          en: 'Is it running, and may this machine reach it? Look at its log.',
          ja: '起動しているか、このマシンから接続できるかを確かめ、サーバーのログを見てください。',
        },
      },
      refused: {
        seen: { en: '{detail}', ja: '{detail}' },
        fix: {
          en: 'Let an SRE or an admin run it, or use a token of theirs that may read.',
          ja: 'SRE か管理者が実行するか、その人の読み取りトークンを使ってください。',
        },
      },
    },
  },
};
