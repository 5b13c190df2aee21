import type { WordsOfChecks } from './check-words.ts';

export const templateWords: WordsOfChecks<
  | 'launch-template'
  | 'template-imdsv2'
  | 'template-metadata-tags'
  | 'template-shutdown'
  | 'template-public-address'
  | 'template-profile'
> = {
  'launch-template': {
    why: {
      en: 'Ops servers are launched from it, and from nothing else.',
      ja: '作業サーバーはこのテンプレートだけから起動します。',
    },
    outcomes: {
      good: { seen: { en: '{template}, version {version}', ja: '{template} の版 {version}' } },
      missing: {
        seen: {
          en: 'there is no {template} in this account and region',
          ja: 'このアカウントとリージョンに {template} がありません',
        },
        fix: {
          en: 'Apply deploy/terraform/member there, or correct launchTemplate of the environment.',
          ja: 'deploy/terraform/member を適用するか、環境の launchTemplate を直してください。',
        },
      },
      unpinned: {
        seen: {
          en: '{template} names its image as {image}',
          ja: '{template} のイメージ指定は {image} です',
        },
        fix: {
          en: 'Name an image (ami-…) or a parameter (resolve:ssm:…) in it.',
          ja: 'イメージ(ami-…)かパラメーター(resolve:ssm:…)を指定してください。',
        },
      },
    },
  },
  'template-imdsv2': {
    why: {
      en: 'Sekisho’s launches ask for IMDSv2 themselves; without it here, whoever launches otherwise gets a server whose role any local web request may steal.',
      ja: 'Sekisho の起動は IMDSv2 を指定しますが、ほかの方法で起動するとロールを盗まれるおそれがあります。',
    },
    outcomes: {
      good: { seen: { en: '{template} requires it', ja: '{template} で必須です' } },
      optional: {
        seen: { en: '{template} does not require it', ja: '{template} で必須になっていません' },
        fix: {
          en: 'Set metadata_options http_tokens = required in the template.',
          ja: 'テンプレートの metadata_options で http_tokens = required にしてください。',
        },
      },
    },
  },
  'template-metadata-tags': {
    why: {
      en: 'The server reads its lease and deadline from its own tags; Sekisho’s launches switch them on themselves.',
      ja: 'サーバーは自分のタグから貸出と期限を読みます(Sekisho の起動時には有効にします)。',
    },
    outcomes: {
      good: {
        seen: { en: '{template} shows tags in instance metadata', ja: '{template} で有効です' },
      },
      off: {
        seen: {
          en: '{template} does not show tags in instance metadata',
          ja: '{template} で無効です',
        },
        fix: {
          en: 'Set metadata_options instance_metadata_tags = enabled in the template.',
          ja: 'テンプレートの metadata_options で instance_metadata_tags = enabled にしてください。',
        },
      },
    },
  },
  'template-shutdown': {
    why: {
      en: 'The timer on the server ends it by shutting down; Sekisho’s launches say so themselves.',
      ja: 'サーバー上のタイマーはシャットダウンで終了させます(Sekisho の起動時には指定します)。',
    },
    outcomes: {
      good: {
        seen: {
          en: '{template} terminates on shutdown',
          ja: '{template} はシャットダウンで終了します',
        },
      },
      stop: {
        seen: {
          en: '{template} only stops on shutdown',
          ja: '{template} はシャットダウンで停止するだけです',
        },
        fix: {
          en: 'Set instance_initiated_shutdown_behavior = terminate in the template.',
          ja: 'テンプレートで instance_initiated_shutdown_behavior = terminate にしてください。',
        },
      },
    },
  },
  'template-public-address': {
    why: {
      en: 'Nothing has to come in: sessions go over Session Manager.',
      ja: '外から接続する必要はありません(Session Manager を使います)。',
    },
    outcomes: {
      good: {
        seen: {
          en: 'servers of {template} get no public address',
          ja: '{template} のサーバーにパブリック IP は付きません',
        },
      },
      unsaid: {
        seen: {
          en: '{template} says nothing of public addresses, and its subnet could not be looked at',
          ja: '{template} にパブリック IP の指定がなく、サブネットも確認できません',
        },
        fix: {
          en: 'Set associate_public_ip_address = false in the template’s network interface.',
          ja: 'テンプレートのネットワークインターフェイスで associate_public_ip_address = false にしてください。',
        },
      },
      public: {
        seen: {
          en: 'servers of {template} get a public address, by it or by their subnet',
          ja: '{template} かそのサブネットがパブリック IP を付けます',
        },
        fix: {
          en: 'Set associate_public_ip_address = false in the template’s network interface.',
          ja: 'テンプレートのネットワークインターフェイスで associate_public_ip_address = false にしてください。',
        },
      },
    },
  },
  'template-profile': {
    why: {
      en: 'Without a role the server’s agent never registers, and nobody can connect.',
      ja: 'ロールがないとエージェントが登録されず、誰も接続できません。',
    },
    outcomes: {
      good: {
        seen: { en: '{template} names {profile}', ja: '{template} は {profile} を指定しています' },
      },
      none: {
        seen: {
          en: '{template} names no instance profile',
          ja: '{template} にインスタンスプロファイルがありません',
        },
        fix: {
          en: 'Name the instance profile of the role with docs/iam/ops-instance.json in the template.',
          ja: 'docs/iam/ops-instance.json のロールのインスタンスプロファイルを指定してください。',
        },
      },
    },
  },
};
