import type { LocalCommand } from './local-command.ts';

/** `sekisho plan …` over files: what whoever approves a plan is shown, without a server. */
export const planCommands: readonly LocalCommand[] = [
  {
    words: ['plan', 'show'],
    argument: '[file]',
    help: {
      en: 'what a Terraform or OpenTofu plan does: its risks first, then every change, no secrets',
      ja: 'Terraform・OpenTofu の plan のリスクと変更内容を表示(機密値は表示しません)',
    },
    examples: [
      'plan show plan.json',
      'plan show plan.json --changed-dirs envs/production,modules/db --root envs/production',
      'plan show plan.json --json --exit-code',
    ],
    options: [
      {
        flags: '--changed-dirs <list>',
        help: {
          en: 'directories that the pull request changes, separated by commas; changes from elsewhere are told',
          ja: 'プルリクエストが変更するディレクトリ(カンマ区切り)。範囲外の変更を知らせる',
        },
      },
      {
        flags: '--root <directory>',
        help: {
          en: 'directory of the root module in the repository (default: its top)',
          ja: 'リポジトリ内のルートモジュールの場所(既定は最上位)',
        },
      },
      {
        flags: '--provider <name>',
        help: {
          en: 'a provider that is allowed, such as hashicorp/aws; may be repeated (default: the public registries)',
          ja: '許可するプロバイダー。例: hashicorp/aws。繰り返し可(既定は公開レジストリ)',
        },
        many: true,
      },
      {
        flags: '--summary',
        help: { en: 'without the changes themselves', ja: '変更の内容を省く' },
      },
      {
        flags: '--exit-code',
        help: { en: 'exit code 2 when there is a danger', ja: '危険があれば終了コード 2' },
      },
    ],
    work: async (host, asked) => (await import('../offline/plan/show.ts')).show(host, asked),
  },
];
