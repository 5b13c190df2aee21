import type { LocalCommand } from './local-command.ts';

/** `sekisho aws discover`: the accounts of the organization, compared with the map. */
export const awsDiscover: LocalCommand = {
  words: ['aws', 'discover'],
  help: {
    en: 'find the accounts of the organization and compare them with the account map',
    ja: '組織のアカウントを調べ、アカウント一覧と比べる',
  },
  examples: ['aws discover', 'aws discover --check', 'aws discover --write'],
  options: [
    {
      flags: '--config <file>',
      help: {
        en: 'the file with the account map (default: sekisho.yaml)',
        ja: 'アカウント一覧のあるファイル (既定は sekisho.yaml)',
      },
    },
    {
      flags: '--account <id>',
      help: {
        en: 'account that Identity Center is administered from (default: identityCenter.account)',
        ja: 'Identity Center を管理するアカウント (既定は identityCenter.account)',
      },
    },
    {
      flags: '--region <region>',
      help: {
        en: 'region of Identity Center (default: identityCenter.region)',
        ja: 'Identity Center のリージョン (既定は identityCenter.region)',
      },
    },
    {
      flags: '--write',
      help: {
        en: 'put new ones into the file, between two comments; nothing else there changes',
        ja: '見つけたアカウントをファイルの目印の間に書き込む (ほかの部分は変えない)',
      },
    },
    {
      flags: '--check',
      help: {
        en: 'only say what differs (exit code 2 when anything does)',
        ja: '違いだけを表示 (違いがあれば終了コード 2)',
      },
    },
  ],
  work: async (host, asked) => (await import('../aws/discover.ts')).discover(host, asked),
};
