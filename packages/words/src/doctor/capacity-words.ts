import type { WordsOfChecks } from './check-words.ts';

export const capacityWords: WordsOfChecks<'server-network' | 'ec2-quota' | 'dead-mans-switch'> = {
  'server-network': {
    why: {
      en: 'A server that does not reach Systems Manager is never ready: nobody can connect.',
      ja: 'Systems Manager に届かないサーバーには、誰も接続できません。',
    },
    outcomes: {
      good: {
        seen: { en: '{subnet} leads out by {way}', ja: '{subnet} は {way} から外に出られます' },
      },
      private: {
        seen: {
          en: '{subnet} has no way out, and VPC endpoints of {services}',
          ja: '{subnet} は外に出られず、{services} の VPC エンドポイントを使います',
        },
      },
      missing: {
        seen: {
          en: '{subnet} has no way out that servers can use, and no VPC endpoint of {services}',
          ja: '{subnet} からは外に出られず、{services} の VPC エンドポイントもありません',
        },
        fix: {
          en: 'Route 0.0.0.0/0 to a NAT or transit gateway (an internet gateway serves only servers with a public address), or make those endpoints, with private DNS.',
          ja: '0.0.0.0/0 を NAT か Transit Gateway に向ける(インターネットゲートウェイはパブリック IP が必要)か、プライベート DNS を有効にしてエンドポイントを作ってください。',
        },
      },
      unkept: {
        seen: {
          en: '{subnet} has no way out, and no VPC endpoint of {services}: neither journals nor recordings are kept',
          ja: '{subnet} からは外に出られず、{services} の VPC エンドポイントもないため、ログと記録が残りません',
        },
        fix: {
          en: 'Make the endpoint of logs with private DNS, and that of s3 as a gateway in the subnet’s route table.',
          ja: 'logs のエンドポイント(プライベート DNS)と、ルートテーブルに s3 のゲートウェイを作ってください。',
        },
      },
      unheld: {
        seen: {
          en: '{subnet} has no way out, and no VPC endpoint of {services}: work under sekisho-hold is not seen, and ends as idle',
          ja: '{subnet} からは外に出られず、{services} の VPC エンドポイントもないため、sekisho-hold の作業中でも未使用として終了します',
        },
        fix: {
          en: 'Make the endpoint of ec2, with private DNS: a server says by a tag that work goes on.',
          ja: 'ec2 のエンドポイント(プライベート DNS)を作ってください。サーバーは作業中であることをタグで知らせます。',
        },
      },
      unproven: {
        seen: {
          en: '{subnet} has no VPC endpoint of {services}, but leads to other networks or is another account’s, which are not looked at',
          ja: '{subnet} に {services} の VPC エンドポイントはありませんが、他のネットワークにつながるか他のアカウントのもので、その先は確認していません',
        },
        fix: {
          en: 'Lend a server once: it is ready only when it reaches Systems Manager.',
          ja: 'サーバーを一度貸し出してください。Systems Manager に届けば準備完了になります。',
        },
      },
      'no-subnet': {
        seen: {
          en: '{template} names no subnet that is there, and the account has no default one',
          ja: '{template} のサブネットが存在せず、デフォルトのサブネットもありません',
        },
        fix: {
          en: 'Name a subnet in the template’s network interface (deploy/terraform/member does).',
          ja: 'テンプレートのネットワークインターフェイスにサブネットを指定してください(deploy/terraform/member が行います)。',
        },
      },
    },
  },
  'ec2-quota': {
    why: {
      en: 'Past the quota no server starts, also in an incident.',
      ja: 'クォータを超えると、障害対応中でもサーバーを起動できません。',
    },
    outcomes: {
      good: {
        seen: {
          en: '{used} of {bound} vCPUs in use: {quota}',
          ja: '{bound} vCPU 中 {used} を使用中: {quota}',
        },
      },
      tight: {
        seen: {
          en: '{used} of {bound} vCPUs in use ({quota}): one more {size} ({needed}) fits, a second does not',
          ja: '{bound} vCPU 中 {used} を使用中({quota})。{size}({needed} vCPU)はあと 1 台だけです',
        },
        fix: {
          en: 'Ask for more: Service Quotas → Amazon EC2 → that quota, in this account and region.',
          ja: 'このアカウントとリージョンの Service Quotas → Amazon EC2 で、引き上げを申請してください。',
        },
      },
      spent: {
        seen: {
          en: '{used} of {bound} vCPUs in use ({quota}): no {size} ({needed}) fits',
          ja: '{bound} vCPU 中 {used} を使用中({quota})。{size}({needed} vCPU)は起動できません',
        },
        fix: {
          en: 'End what is not needed, lend smaller sizes, or ask for more: Service Quotas → Amazon EC2 → that quota.',
          ja: '不要なものを終了するか、小さいサイズにするか、Service Quotas → Amazon EC2 で引き上げを申請してください。',
        },
      },
      'not-offered': {
        seen: {
          en: 'the region does not offer {sizes}',
          ja: 'このリージョンに {sizes} はありません',
        },
        fix: {
          en: 'Correct sizes of the environment in sekisho.yaml.',
          ja: 'sekisho.yaml の環境の sizes を直してください。',
        },
      },
      unknown: {
        seen: {
          en: 'not looked at: which quota {sizes} counts against is not known here',
          ja: '未確認です({sizes} に適用されるクォータが分かりません)',
        },
      },
    },
  },
  'dead-mans-switch': {
    why: {
      en: 'When it fires, it has to end the server by itself.',
      ja: '発動したとき、単独でサーバーを終了できる必要があります。',
    },
    outcomes: {
      good: {
        seen: {
          en: '{document} is there, and IAM’s simulation lets {role} start it and end servers',
          ja: '{document} があり、IAM のシミュレーションでは {role} で起動と終了ができます',
        },
      },
      'no-document': {
        seen: {
          en: 'there is no Automation document {document}: a switch that fires ends nothing',
          ja: 'Automation ドキュメント {document} がなく、発動しても終了できません',
        },
        fix: {
          en: 'Apply deploy/terraform/member in this account and region: it makes the document.',
          ja: 'このアカウントとリージョンに deploy/terraform/member を適用してください(ドキュメントを作ります)。',
        },
      },
      denied: {
        seen: {
          en: 'policies do not let {role} do {actions}: a switch that fires ends nothing',
          ja: '{role} に {actions} の権限がなく、発動しても終了できません',
        },
        fix: {
          en: 'Give that role docs/iam/ops-scheduler.json, and look for a deny of an SCP or a boundary.',
          ja: 'そのロールに docs/iam/ops-scheduler.json を付け、SCP や境界による拒否がないか確かめてください。',
        },
      },
      unsure: {
        seen: {
          en: 'IAM’s simulation does not let {role} do {actions}, without knowing {keys}',
          ja: 'IAM のシミュレーションでは {role} に {actions} が許可されません({keys} が不明です)',
        },
        fix: {
          en: 'Compare that role’s policies with docs/iam/ops-scheduler.json, and their conditions on those keys.',
          ja: 'そのロールのポリシーとキーの条件を docs/iam/ops-scheduler.json と比べてください。',
        },
      },
      untried: {
        seen: {
          en: '{document} is there; what {role} may do was not tried: the role may not ask IAM',
          ja: '{document} はあります。{role} の権限は未確認です(IAM に問い合わせる権限がありません)',
        },
        fix: {
          en: 'Give Sekisho’s role docs/iam/doctor.json besides.',
          ja: 'Sekisho のロールに docs/iam/doctor.json も付けてください。',
        },
      },
    },
  },
};
