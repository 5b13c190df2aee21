import type { LocalCommand, LocalOption } from './local-command.ts';

/** What getting credentials of a profile can be told. */
const getting: readonly LocalOption[] = [
  {
    flags: '--profile <name>',
    help: {
      en: 'profile of the account map: ACCOUNT-SET (default: AWS_PROFILE)',
      ja: 'アカウント一覧のプロファイル: ACCOUNT-SET (既定は AWS_PROFILE)',
    },
  },
  {
    flags: '--config <file>',
    help: {
      en: 'the file with the account map (default: sekisho.yaml here, else the server’s)',
      ja: 'アカウント一覧のあるファイル (既定はここの sekisho.yaml、なければサーバー)',
    },
  },
  {
    flags: '--reason <text>',
    help: {
      en: 'why, when a lease has to be asked for (default: SEKISHO_REASON)',
      ja: '申請が必要なときの理由 (既定は SEKISHO_REASON)',
    },
  },
  {
    flags: '--for <duration>',
    help: { en: 'how long to ask for', ja: '申請する期間' },
  },
  {
    flags: '--no-lease',
    help: {
      en: 'ask for no lease: use what is assigned already',
      ja: '申請せず、すでに割り当てられた権限を使う',
    },
  },
  {
    flags: '--no-cache',
    help: { en: 'keep nothing on this machine', ja: 'このマシンに何も保存しない' },
  },
  {
    flags: '--browser',
    help: { en: 'open the sign-in page in a browser', ja: 'サインインページをブラウザーで開く' },
  },
];

/** `sekisho aws credentials|exec|console`: a permission set's credentials, by a lease. */
export const awsCredentialCommands: readonly LocalCommand[] = [
  {
    words: ['aws', 'credentials'],
    help: {
      en: 'credentials by a lease, as credential_process of the AWS CLI and SDKs',
      ja: '貸出で得た認証情報を credential_process の形式で出力',
    },
    examples: [
      'aws credentials --profile production-ReadOnly --reason "look at the queue"',
      'aws config --credential-process --write',
    ],
    options: getting,
    work: async (host, asked) => (await import('../aws/credentials.ts')).credentials(host, asked),
  },
  {
    words: ['aws', 'exec'],
    argument: '[words...]',
    help: {
      en: 'run a program with credentials by a lease in its environment',
      ja: '貸出で得た認証情報を環境変数に入れてプログラムを実行',
    },
    examples: ['aws exec --profile production-ReadOnly --reason "look" -- aws s3 ls'],
    options: getting,
    work: async (host, asked) => (await import('../aws/exec.ts')).exec(host, asked),
  },
  {
    words: ['aws', 'console'],
    help: {
      en: 'print a link that opens the AWS console',
      ja: 'AWS コンソールを開くリンクを出力',
    },
    examples: [
      'aws console --profile production-ReadOnly --open',
      'aws console --profile production-ReadOnly --destination https://console.aws.amazon.com/s3/home',
    ],
    options: [
      ...getting,
      {
        flags: '--open',
        help: { en: 'open it in a browser', ja: 'ブラウザーで開く' },
      },
      {
        flags: '--destination <url>',
        help: { en: 'page of the console to go to', ja: '開くコンソールのページ' },
      },
      {
        flags: '--federated',
        help: {
          en: 'a link that signs in whoever opens it: keep it to yourself',
          ja: '開いた人をそのままサインインさせるリンク (人に見せないこと)',
        },
      },
    ],
    work: async (host, asked) => (await import('../aws/console.ts')).console(host, asked),
  },
];
