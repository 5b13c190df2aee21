import type { WordsOfChecks } from './check-words.ts';

export const roleWords: WordsOfChecks<
  'image-age' | 'schedule-role' | 'instance-role' | 'session-preferences'
> = {
  'image-age': {
    why: {
      en: 'An old image lacks security updates.',
      ja: '古いイメージにはセキュリティ更新が含まれていません。',
    },
    outcomes: {
      good: {
        seen: { en: '{image} is {days} day(s) old', ja: '{image} は {days} 日前のものです' },
      },
      old: {
        seen: {
          en: '{image} is {days} days old, more than {bound}',
          ja: '{image} は {days} 日前のものです(警告 {bound} 日)',
        },
        fix: {
          en: 'Build and promote a fresh one; see docs/ops-server-image.md.',
          ja: '新しいイメージを作って昇格させてください(docs/ops-server-image.md を参照)。',
        },
      },
      'too-old': {
        seen: {
          en: '{image} is {days} days old: past {bound} no server starts',
          ja: '{image} は {days} 日前のものです({bound} 日を超えると起動しません)',
        },
        fix: {
          en: 'Build and promote a fresh one; see docs/ops-server-image.md.',
          ja: '新しいイメージを作って昇格させてください(docs/ops-server-image.md を参照)。',
        },
      },
      gone: {
        seen: { en: 'AWS does not show {image}', ja: 'AWS に {image} が見つかりません' },
        fix: {
          en: 'Share the image with the account, or name one that is there in the template.',
          ja: 'イメージをアカウントに共有するか、存在するものをテンプレートに指定してください。',
        },
      },
    },
  },
  'schedule-role': {
    why: {
      en: 'The dead-man’s switch ends servers with it although Sekisho is dead.',
      ja: 'Sekisho が止まっていても、期限切れのサーバーはこのロールで終了されます。',
    },
    outcomes: {
      good: {
        seen: {
          en: '{role} is there, and EventBridge Scheduler may take it',
          ja: '{role} があり、EventBridge Scheduler が引き受けられます',
        },
      },
      missing: {
        seen: { en: 'there is no role {role}', ja: 'ロール {role} がありません' },
        fix: {
          en: 'Make it with docs/iam/ops-scheduler.json (deploy/terraform/member does), or name yours with SEKISHO_SCHEDULER_ROLE.',
          ja: 'docs/iam/ops-scheduler.json で作る(deploy/terraform/member が作ります)か、SEKISHO_SCHEDULER_ROLE で指定してください。',
        },
      },
      untrusted: {
        seen: {
          en: 'EventBridge Scheduler may not take {role}',
          ja: 'EventBridge Scheduler が {role} を引き受けられません',
        },
        fix: {
          en: 'Let its trust policy name the service scheduler.amazonaws.com.',
          ja: '信頼ポリシーにサービス scheduler.amazonaws.com を書いてください。',
        },
      },
    },
  },
  'instance-role': {
    why: {
      en: 'The server’s agent and its logs work by it.',
      ja: 'サーバーのエージェントとログの送信に使います。',
    },
    outcomes: {
      good: {
        seen: {
          en: '{role} is there, and EC2 may take it',
          ja: '{role} があり、EC2 が引き受けられます',
        },
      },
      missing: {
        seen: {
          en: 'the instance profile’s role {role} is not there',
          ja: 'インスタンスプロファイルのロール {role} がありません',
        },
        fix: {
          en: 'Make it with docs/iam/ops-instance.json (deploy/terraform/member does).',
          ja: 'docs/iam/ops-instance.json で作ってください(deploy/terraform/member が作ります)。',
        },
      },
      untrusted: {
        seen: { en: 'EC2 may not take {role}', ja: 'EC2 が {role} を引き受けられません' },
        fix: {
          en: 'Let its trust policy name the service ec2.amazonaws.com.',
          ja: '信頼ポリシーにサービス ec2.amazonaws.com を書いてください。',
        },
      },
    },
  },
  'session-preferences': {
    why: {
      en: 'They decide under which name a session runs, and whether it is recorded.',
      ja: 'セッションの実行ユーザーと記録の有無を決めます。',
    },
    outcomes: {
      good: {
        seen: {
          en: 'sessions run as their holder, and are recorded',
          ja: 'セッションは借用者として動き、記録されます',
        },
      },
      elsewhere: {
        seen: {
          en: 'sessions are recorded in {place}, and Sekisho looks for them in {where}',
          ja: 'セッションの記録先は {place} ですが、Sekisho は {where} を見ています',
        },
        fix: {
          en: 'Name the same places in recording of sekisho.yaml and in SSM-SessionManagerRunShell; see docs/recording.md.',
          ja: 'sekisho.yaml の recording と SSM-SessionManagerRunShell に同じ場所を書いてください(docs/recording.md を参照)。',
        },
      },
      none: {
        seen: {
          en: 'the account has no preferences of Session Manager',
          ja: 'Session Manager の設定がありません',
        },
        fix: {
          en: 'Apply deploy/terraform/member: it writes SSM-SessionManagerRunShell.',
          ja: 'deploy/terraform/member を適用してください(SSM-SessionManagerRunShell を作ります)。',
        },
      },
      'no-run-as': {
        seen: {
          en: 'every session runs as the same user',
          ja: 'すべてのセッションが同じユーザーで動きます',
        },
        fix: {
          en: 'Switch Run As on in SSM-SessionManagerRunShell.',
          ja: 'SSM-SessionManagerRunShell で Run As を有効にしてください。',
        },
      },
      unrecorded: {
        seen: { en: 'sessions are not recorded', ja: 'セッションが記録されません' },
        fix: {
          en: 'Name a bucket or a log group in SSM-SessionManagerRunShell.',
          ja: 'SSM-SessionManagerRunShell に S3 バケットかロググループを指定してください。',
        },
      },
    },
  },
};
