import type { LocalCommand } from './local-command.ts';

/** `sekisho aws config`: the account map in the formats of other programs. */
export const awsConfig: LocalCommand = {
  words: ['aws', 'config'],
  help: {
    en: 'write the account map for the AWS CLI, aws-vault, AWS Extend Switch Roles, Granted',
    ja: 'アカウント一覧を AWS CLI・aws-vault・AWS Extend Switch Roles・Granted の形式で出力',
  },
  examples: [
    'aws config --format aws-config --write',
    'aws config --format extend-switch-roles --group engineers',
    'aws config --format aws-vault --dry-run',
    'aws config --credential-process --write',
    'aws config --format all',
  ],
  options: [
    {
      flags: '--format <format>',
      help: { en: 'what to write (default: aws-config)', ja: '出力する形式 (既定は aws-config)' },
      choices: ['aws-config', 'aws-vault', 'extend-switch-roles', 'granted', 'portal', 'all'],
    },
    {
      flags: '--config <file>',
      help: {
        en: 'the file with the account map (default: sekisho.yaml here, else the server’s)',
        ja: 'アカウント一覧のあるファイル (既定はここの sekisho.yaml、なければサーバー)',
      },
    },
    {
      flags: '--group <name>',
      help: {
        en: 'only what members of this group may have; may be repeated',
        ja: 'このグループの人が使えるものだけを出力。繰り返し可',
      },
      many: true,
    },
    {
      flags: '--out <file>',
      help: {
        en: 'the file to write, check or compare (default: ~/.aws/config, or AWS_CONFIG_FILE)',
        ja: '書き込み・確認・比較するファイル (既定は ~/.aws/config または AWS_CONFIG_FILE)',
      },
    },
    {
      flags: '--credential-process',
      help: {
        en: 'profiles of lent permission sets ask `sekisho aws credentials`',
        ja: '貸し出す許可セットのプロファイルは `sekisho aws credentials` を使う',
      },
    },
    {
      flags: '--write',
      help: {
        en: 'put it into the file, between two markers; nothing else there changes',
        ja: 'ファイルの目印の間に書き込む (ほかの部分は変えない)',
      },
    },
    {
      flags: '--check',
      help: {
        en: 'only say whether the file is up to date (exit code 4 when it is not)',
        ja: 'ファイルが最新かどうかだけを確認 (最新でなければ終了コード 4)',
      },
    },
    {
      flags: '--dry-run',
      help: { en: 'only show what --write would change', ja: '--write で変わる内容だけを表示' },
    },
  ],
  work: async (host, asked) => (await import('../offline/aws/config.ts')).config(host, asked),
};
