import type { WordsOfChecks } from './check-words.ts';

export const serviceWords: WordsOfChecks<
  'slack-token' | 'slack-scopes' | 'slack-socket' | 'github'
> = {
  'slack-token': {
    why: {
      en: 'Cards, pages and reminders go out by it.',
      ja: 'カード・緊急通知・リマインダーの送信に使います。',
    },
    outcomes: {
      good: { seen: { en: '{bot} in {team}', ja: '{team} の {bot}' } },
      off: {
        seen: { en: 'not configured', ja: '未設定' },
        fix: {
          en: 'sekisho slack manifest makes the app; then set slack: in sekisho.yaml.',
          ja: 'sekisho slack manifest でアプリを作り、sekisho.yaml の slack: を設定してください。',
        },
      },
      'no-secret': {
        seen: { en: '{variable} is not set', ja: '{variable} が設定されていません' },
        fix: {
          en: 'Set it (or {variable}_FILE) in the server’s environment: without it sekisho serve does not start.',
          ja: 'サーバーの環境変数 {variable}(または {variable}_FILE)を設定してください。設定しないと sekisho serve は起動しません。',
        },
      },
      refused: {
        seen: { en: 'Slack says {detail}', ja: 'Slack の応答: {detail}' },
        fix: {
          en: 'Install the app anew and set SLACK_BOT_TOKEN (xoxb-…).',
          ja: 'アプリを再インストールし、SLACK_BOT_TOKEN(xoxb-…)を設定してください。',
        },
      },
      'other-team': {
        seen: {
          en: 'the token is of {team}, the configuration says {wanted}',
          ja: 'トークンは {team} のものですが、設定は {wanted} です',
        },
        fix: {
          en: 'Use the token of that workspace, or correct slack.team in sekisho.yaml.',
          ja: 'そのワークスペースのトークンを使うか、sekisho.yaml の slack.team を直してください。',
        },
      },
      unreachable: {
        seen: { en: 'Slack cannot be reached: {detail}', ja: 'Slack に接続できません: {detail}' },
        fix: {
          en: 'Open the way to https://slack.com (443) for the server.',
          ja: 'サーバーから https://slack.com(443)への通信を許可してください。',
        },
      },
    },
  },
  'slack-scopes': {
    why: {
      en: 'Without a scope the part of Sekisho that needs it fails when it is used.',
      ja: '権限が足りない機能は、使うときに失敗します。',
    },
    outcomes: {
      good: { seen: { en: 'has {scopes}', ja: '付与済み: {scopes}' } },
      missing: {
        seen: { en: 'lacks {scopes}', ja: '不足: {scopes}' },
        fix: {
          en: 'Paste sekisho slack manifest into the app at api.slack.com, and install it anew.',
          ja: 'api.slack.com のアプリに sekisho slack manifest の内容を貼り、再インストールしてください。',
        },
      },
    },
  },
  'slack-socket': {
    why: { en: 'Commands and clicks come in by it.', ja: 'コマンドとクリックはここから届きます。' },
    outcomes: {
      good: { seen: { en: 'Socket Mode opens', ja: 'Socket Mode で接続できます' } },
      http: { seen: { en: 'Slack calls {url}', ja: 'Slack が {url} を呼び出します' } },
      'no-secret': {
        seen: { en: '{variable} is not set', ja: '{variable} が設定されていません' },
        fix: {
          en: 'Set it (or {variable}_FILE) in the server’s environment: without it sekisho serve does not start.',
          ja: 'サーバーの環境変数 {variable}(または {variable}_FILE)を設定してください。設定しないと sekisho serve は起動しません。',
        },
      },
      refused: {
        seen: { en: 'Slack says {detail}', ja: 'Slack の応答: {detail}' },
        fix: {
          en: 'Make an app-level token with connections:write, switch Socket Mode on, and set SLACK_APP_TOKEN (xapp-…).',
          ja: 'connections:write のアプリレベルトークンを作り、Socket Mode を有効にして SLACK_APP_TOKEN(xapp-…)を設定してください。',
        },
      },
      unreachable: {
        seen: { en: 'Slack cannot be reached: {detail}', ja: 'Slack に接続できません: {detail}' },
        fix: {
          en: 'Open the way to https://slack.com and wss://*.slack.com (443) for the server.',
          ja: 'サーバーから https://slack.com と wss://*.slack.com(443)への通信を許可してください。',
        },
      },
    },
  },
  github: {
    why: {
      en: 'The commit status “error budget” is written by it, and what is delivered is believed by the webhook’s secret.',
      ja: 'コミットステータス「error budget」の書き込みと、Webhook の検証に使います。',
    },
    outcomes: {
      good: { seen: { en: '{api} takes the token', ja: '{api} でトークンが使えます' } },
      off: { seen: { en: 'not configured', ja: '未設定' } },
      'no-token': {
        seen: { en: '{variable} is not set', ja: '{variable} が設定されていません' },
        fix: {
          en: 'Give a token that may write commit statuses in that variable, and restart.',
          ja: 'コミットステータスを書き込めるトークンをその変数に設定し、再起動してください。',
        },
      },
      'no-secret': {
        seen: { en: '{variable} is not set', ja: '{variable} が設定されていません' },
        fix: {
          en: 'Give the webhook’s secret in that variable, and restart.',
          ja: 'Webhook のシークレットをその変数に設定し、再起動してください。',
        },
      },
      refused: {
        seen: {
          en: '{api} refuses the token: {detail}',
          ja: '{api} がトークンを拒否しました: {detail}',
        },
        fix: {
          en: 'Make the token anew: fine-grained, commit statuses read and write on the services’ repositories.',
          ja: '対象リポジトリのコミットステータスを読み書きできるトークンを作り直してください。',
        },
      },
      unreachable: {
        seen: { en: '{api} does not answer: {detail}', ja: '{api} が応答しません: {detail}' },
        fix: {
          en: 'Is github.api right, and may the server reach it?',
          ja: 'github.api が正しいか、サーバーから接続できるかを確かめてください。',
        },
      },
    },
  },
};
