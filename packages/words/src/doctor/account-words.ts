import type { WordsOfChecks } from './check-words.ts';

export const accountWords: WordsOfChecks<
  'aws-role' | 'aws-external-id' | 'aws-endpoint' | 'aws-permission'
> = {
  'aws-role': {
    why: {
      en: 'Everything that Sekisho does in the account it does by this role.',
      ja: 'このアカウントでの操作は、すべてこのロールで行います。',
    },
    outcomes: {
      good: { seen: { en: 'acts as {arn}', ja: '{arn} として動作します' } },
      denied: {
        seen: {
          en: '{role} cannot be taken: {detail}',
          ja: '{role} を引き受けられません: {detail}',
        },
        fix: {
          en: 'Let its trust policy name Sekisho’s own identity and the external id, and give that identity docs/iam/hub.json.',
          ja: 'ロールの信頼ポリシーに Sekisho 自身の ID と外部 ID を書き、docs/iam/hub.json のポリシーを付けてください。',
        },
      },
      'no-credentials': {
        seen: {
          en: 'AWS does not know who asks: {detail}',
          ja: 'AWS の認証情報がないか、無効です: {detail}',
        },
        fix: {
          en: 'Give this process credentials of AWS (AWS_PROFILE, or the role of its task), or let the server look.',
          ja: 'このプロセスに AWS の認証情報(AWS_PROFILE やタスクのロール)を与えるか、サーバーに確認させてください。',
        },
      },
      'other-account': {
        seen: { en: '{detail}', ja: '{detail}' },
        fix: {
          en: 'Correct account or roleArn of the environment in sekisho.yaml.',
          ja: 'sekisho.yaml の環境の account か roleArn を直してください。',
        },
      },
      unreachable: {
        seen: { en: 'AWS does not answer: {detail}', ja: 'AWS が応答しません: {detail}' },
        fix: {
          en: 'Open the way to AWS: a NAT gateway, or the VPC endpoint of STS; see aws-endpoint.',
          ja: 'NAT ゲートウェイか STS の VPC エンドポイントで AWS への経路を用意してください(aws-endpoint も参照)。',
        },
      },
    },
  },
  'aws-external-id': {
    why: {
      en: 'It keeps others who may reach Sekisho’s identity from taking the role.',
      ja: 'ほかの経路からロールが引き受けられるのを防ぎます。',
    },
    outcomes: {
      given: {
        seen: {
          en: '{role} is taken with an external id',
          ja: '{role} は外部 ID を付けて引き受けます',
        },
      },
      none: {
        seen: {
          en: '{role} is taken without an external id',
          ja: '{role} は外部 ID なしで引き受けます',
        },
        fix: {
          en: 'Demand sts:ExternalId in the role’s trust policy, and set externalId of the environment.',
          ja: '信頼ポリシーで sts:ExternalId を要求し、環境の externalId を設定してください。',
        },
      },
      own: { seen: { en: 'Sekisho’s own identity is used', ja: 'Sekisho 自身の ID を使います' } },
    },
  },
  'aws-endpoint': {
    why: {
      en: 'A service that cannot be reached cannot be asked to take anything back.',
      ja: '接続できないサービスには、回収も頼めません。',
    },
    outcomes: {
      good: { seen: { en: 'reached: {services}', ja: '接続できます: {services}' } },
      unreachable: {
        seen: { en: 'not reached: {services}', ja: '接続できません: {services}' },
        fix: {
          en: 'Open the way: DNS, NAT or a VPC endpoint, and security groups for port 443.',
          ja: 'DNS、NAT または VPC エンドポイント、443 番のセキュリティグループを確かめてください。',
        },
      },
      partly: {
        seen: {
          en: 'not reached: {services}; leases do without, roles of CI jobs, recordings and part of this look do not',
          ja: '接続できません: {services}(貸出には不要ですが、CI のロール・記録・一部の確認に必要です)',
        },
        fix: {
          en: 'Open the way where those are used; IAM has no VPC endpoint in most regions, only NAT leads there.',
          ja: '使う場合は経路を用意してください。IAM は多くのリージョンで VPC エンドポイントがなく、NAT が必要です。',
        },
      },
      redirected: {
        seen: {
          en: 'calls to AWS go to {services}: AWS_ENDPOINT_URL or endpoint_url of the profile says so',
          ja: 'AWS への呼び出しが {services} に送られます(AWS_ENDPOINT_URL かプロファイルの endpoint_url による設定)',
        },
        fix: {
          en: 'Unless you meant it, take the setting away: whoever answers there decides what Sekisho believes.',
          ja: '意図した設定でなければ取り除いてください。応答する相手の答えがそのまま信じられます。',
        },
      },
    },
  },
  'aws-permission': {
    why: {
      en: 'Whatever is denied fails when a lease needs it.',
      ja: '拒否される操作は、貸出で必要になったときに失敗します。',
    },
    outcomes: {
      allowed: { seen: { en: '{action} is allowed', ja: '{action} は許可されています' } },
      denied: {
        seen: { en: '{action} is denied: {detail}', ja: '{action} が拒否されました: {detail}' },
        fix: {
          en: 'Give the role the policy docs/iam/ops-servers.json, and look for a deny of an SCP or a boundary.',
          ja: 'ロールに docs/iam/ops-servers.json のポリシーを付け、SCP や境界による拒否がないか確かめてください。',
        },
      },
      'no-server': {
        seen: {
          en: '{action} was not tried: there is no server of ours to try it on',
          ja: '{action} は未確認です(試せるサーバーがありません)',
        },
        fix: {
          en: 'Run the doctor while an ops server is lent.',
          ja: '作業サーバーの貸出中に実行してください。',
        },
      },
      'no-dry-run': {
        seen: {
          en: '{action} was not tried: AWS cannot be asked without doing it',
          ja: '{action} は未確認です(実行せずに確かめる方法が AWS にありません)',
        },
        fix: {
          en: 'Let IAM’s simulation be asked: give the role docs/iam/doctor.json besides.',
          ja: 'IAM のシミュレーションで確かめるには、ロールに docs/iam/doctor.json も付けてください。',
        },
      },
      simulated: {
        seen: {
          en: '{action} is allowed, says IAM’s simulation of the role’s policies',
          ja: '{action} は IAM のシミュレーションで許可されています',
        },
      },
      unsure: {
        seen: {
          en: 'IAM’s simulation does not allow {action}, without knowing {keys}',
          ja: 'IAM のシミュレーションでは {action} が許可されません({keys} が不明です)',
        },
        fix: {
          en: 'Compare the role’s policies with docs/iam/ops-servers.json, and their conditions on those keys.',
          ja: 'ロールのポリシーとキーの条件を docs/iam/ops-servers.json と比べてください。',
        },
      },
      'not-dry': {
        seen: {
          en: '{action}: AWS did not refuse a dry run as it should, and may have done it',
          ja: '{action}: AWS がドライランとして扱わず、実行したおそれがあります',
        },
        fix: {
          en: 'Look in CloudTrail for what this call did and undo it; is what answers really AWS?',
          ja: 'この呼び出しの結果を CloudTrail で確かめて元に戻し、応答元が AWS かどうかも確認してください。',
        },
      },
    },
  },
};
