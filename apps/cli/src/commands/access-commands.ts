import type { LocalCommand } from './local-command.ts';

/** `sekisho access …` over files: neither needs a server. */
export const accessCommands: readonly LocalCommand[] = [
  {
    words: ['access', 'lint'],
    argument: '[words...]',
    help: {
      en: 'find what a trust policy for GitHub Actions lets in that it should not',
      ja: 'GitHub Actions 用の信頼ポリシーの危険や誤りを調べる',
    },
    examples: [
      'access lint trust-policy trust.json',
      'access lint trust-policy - < trust.json',
      'access lint trust-policy trust.json --audience https://sekisho.example.com --json',
    ],
    options: [
      {
        flags: '--audience <url>',
        help: {
          en: 'what your jobs ask GitHub a token for (default: sts.amazonaws.com, in China sts.amazonaws.com.cn)',
          ja: 'ジョブがトークンに求める aud (既定は sts.amazonaws.com、中国では sts.amazonaws.com.cn)',
        },
      },
    ],
    work: async (host, asked) => (await import('../offline/access/lint.ts')).lint(host, asked),
  },
  {
    words: ['access', 'trust-policy'],
    help: {
      en: 'write a trust policy for jobs of one repository of GitHub',
      ja: 'GitHub のリポジトリ一つに限った信頼ポリシーを生成',
    },
    examples: [
      'access trust-policy --account 111122223333 --repository acme@1001/infra@2002 --environment production',
      'access trust-policy --account 111122223333 --repository acme@1001/infra@2002 --ref refs/heads/main --workflow acme/flows/.github/workflows/apply.yml@refs/heads/main',
    ],
    options: [
      {
        flags: '--account <id>',
        help: {
          en: 'the AWS account of the role, twelve digits',
          ja: 'ロールの AWS アカウント (12 桁)',
        },
      },
      {
        flags: '--repository <name>',
        help: {
          en: 'OWNER@OWNER_ID/REPO@REPO_ID; gh api repos/OWNER/REPO --jq ".owner.id, .id" tells the ids',
          ja: 'OWNER@OWNER_ID/REPO@REPO_ID。ID は gh api repos/OWNER/REPO --jq ".owner.id, .id" で確認',
        },
      },
      {
        flags: '--environment <name>',
        help: { en: 'jobs of this environment of GitHub', ja: 'GitHub のこの環境のジョブに限る' },
      },
      {
        flags: '--ref <ref>',
        help: {
          en: 'jobs of this ref, such as refs/heads/main',
          ja: 'この ref のジョブに限る。例: refs/heads/main',
        },
      },
      {
        flags: '--workflow <ref>',
        help: {
          en: 'only jobs of this pinned workflow: OWNER/REPO/.github/workflows/FILE@REF',
          ja: 'このワークフローのジョブに限る: OWNER/REPO/.github/workflows/FILE@REF',
        },
      },
      {
        flags: '--audience <url>',
        help: {
          en: 'what the jobs ask GitHub a token for (default: sts.amazonaws.com, in China sts.amazonaws.com.cn)',
          ja: 'ジョブがトークンに求める aud (既定は sts.amazonaws.com、中国では sts.amazonaws.com.cn)',
        },
      },
      {
        flags: '--partition <name>',
        help: { en: 'the part of AWS (default: aws)', ja: 'AWS のパーティション (既定は aws)' },
        choices: ['aws', 'aws-cn', 'aws-us-gov'],
      },
    ],
    work: async (host, asked) =>
      (await import('../offline/access/trust-policy.ts')).trustPolicy(host, asked),
  },
];
