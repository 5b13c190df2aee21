import { shared } from './fields.ts';
import type { WordsOf } from './words.ts';

const account = {
  en: 'account by its name, alias, id or environment; several with commas',
  ja: 'アカウント(名前・別名・ID・環境。複数はカンマ区切り)',
} as const;
const oneAccount = { en: 'only in this account', ja: 'アカウントで絞り込む' } as const;
const id = { en: 'the lease, such as acc-7k3f9q2m', ja: '貸出の ID(例: acc-7k3f9q2m)' } as const;

export const accessWords: WordsOf<
  | 'access.request'
  | 'access.list'
  | 'access.show'
  | 'access.extend'
  | 'access.return'
  | 'access.could'
  | 'access.accounts'
  | 'access.drift'
  | 'access.burden'
  | 'access.live-sessions'
  | 'access.live-sessions-propose'
  | 'access.live-sessions-approve'
  | 'access.live-sessions-revoke'
> = {
  'access.live-sessions': {
    title: { en: 'Live sessions', ja: '開いているセッション' },
    help: {
      en: 'whether sessions end with their lease, who agreed, and what is denied now',
      ja: '貸出と同時にセッションを終わらせるか、承認者、いま拒否しているものを表示します',
    },
    command: { en: 'live-sessions', ja: 'セッション' },
    fields: {},
  },
  'access.live-sessions-propose': {
    title: { en: 'Propose to end live sessions', ja: 'セッション終了を提案' },
    help: {
      en: 'propose that sessions end with their lease, by service control policies',
      ja: 'サービスコントロールポリシーで、貸出と同時にセッションを終わらせることを提案します',
    },
    command: { en: 'live-sessions-propose', ja: 'セッション終了提案' },
    fields: { reason: { en: 'why', ja: '理由' } },
  },
  'access.live-sessions-approve': {
    title: { en: 'Approve ending live sessions', ja: 'セッション終了を承認' },
    help: {
      en: 'agree to what another admin proposed',
      ja: '別の管理者の提案を承認します',
    },
    command: { en: 'live-sessions-approve', ja: 'セッション終了承認' },
    fields: {
      hash: { en: 'of the settings, as live-sessions shows it', ja: '表示された設定のハッシュ' },
    },
  },
  'access.live-sessions-revoke': {
    title: { en: 'Stop ending live sessions', ja: 'セッション終了を取り消し' },
    help: {
      en: 'stop it at once and take away every denial',
      ja: 'ただちに止め、拒否をすべて取り除きます',
    },
    command: { en: 'live-sessions-revoke', ja: 'セッション終了取消' },
    fields: { reason: { en: 'why', ja: '理由' } },
  },
  'access.request': {
    title: { en: 'Ask for AWS access', ja: 'AWS アクセスを依頼' },
    help: {
      en: 'have a permission set in an account for a while',
      ja: 'アカウントの許可セットを一定時間借ります',
    },
    command: { en: 'request', ja: '依頼' },
    fields: {
      permissionSet: { en: 'permission set, such as ReadOnly', ja: '許可セット(例: ReadOnly)' },
      account,
      for: shared.for,
      reason: { en: 'why you need it', ja: '必要な理由' },
      ticket: shared.ticket,
      at: shared.at,
      breakGlass: shared.breakGlass,
    },
  },
  'access.list': {
    title: { en: 'Who has what in AWS', ja: 'AWS アクセスの一覧' },
    help: { en: 'access that is lent now', ja: 'いま有効な AWS アクセスの貸出を一覧します' },
    command: { en: 'list', ja: '一覧' },
    fields: { account: oneAccount, holder: shared.holder },
  },
  'access.show': {
    title: { en: 'Access', ja: 'AWS アクセスの詳細' },
    help: { en: 'one lease of access', ja: 'AWS アクセスの貸出をひとつ詳しく表示します' },
    command: { en: 'show', ja: '詳細' },
    fields: { id },
  },
  'access.extend': {
    title: { en: 'Extend access', ja: 'AWS アクセスの延長' },
    help: { en: 'move the deadline, without a gap', ja: '切れ目なく期限を延ばします' },
    command: { en: 'extend', ja: '延長' },
    fields: { id, by: { en: 'how much longer, such as 30m', ja: '延長する時間(例: 30分)' } },
  },
  'access.return': {
    title: { en: 'Return access', ja: 'AWS アクセスの返却' },
    help: { en: 'give it back before its deadline', ja: '期限より前に返却します' },
    command: { en: 'return', ja: '返却' },
    fields: { id, reason: { en: 'anything to remember', ja: '残しておきたいこと' } },
  },
  'access.could': {
    title: { en: 'What I could have', ja: '借りられるもの' },
    help: {
      en: 'permission sets that one has or could have, and why',
      ja: '持っている・借りられる許可セットと、その理由を表示します',
    },
    command: { en: 'could', ja: '候補' },
    fields: {
      person: { en: 'whose; yours without it', ja: '誰の分か(省略すると自分)' },
      account: oneAccount,
    },
  },
  'access.accounts': {
    title: { en: 'Accounts', ja: 'アカウント' },
    help: {
      en: 'the account map: names, environments, permission sets, roles',
      ja: 'アカウントの一覧(名前・環境・許可セット・ロール)を表示します',
    },
    command: { en: 'accounts', ja: 'アカウント' },
    fields: {},
  },
  'access.drift': {
    title: { en: 'Unexplained access', ja: '説明のつかない権限' },
    help: {
      en: 'assignments that no lease and no rule explains',
      ja: '貸出でも常設でも説明のつかない割り当てを表示します',
    },
    command: { en: 'drift', ja: 'ずれ' },
    fields: {},
  },
  'access.burden': {
    title: { en: 'Role burden', ja: '権限の棚卸し' },
    help: {
      en: 'who always has strong access, what nobody borrows, and a smaller map',
      ja: '常に強い権限を持つ人と、借りられていない許可セットを調べ、小さくした一覧を提案します',
    },
    command: { en: 'burden', ja: '棚卸し' },
    fields: {
      since: {
        en: 'count leases from here on, such as 30d',
        ja: 'この日時以降の貸出を数える(例: 30日)',
      },
      account: oneAccount,
    },
  },
};
