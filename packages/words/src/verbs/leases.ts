import { shared } from './fields.ts';
import type { WordsOf } from './words.ts';

export const leaseWords: WordsOf<
  | 'lease.list'
  | 'lease.history'
  | 'lease.show'
  | 'lease.approve'
  | 'lease.deny'
  | 'lease.withdraw'
  | 'lease.review'
  | 'lease.stop-all'
  | 'lease.resume'
> = {
  'lease.list': {
    title: { en: 'All leases', ja: 'すべての貸出' },
    help: { en: 'everything that is lent now', ja: 'いま有効な貸出をすべて一覧します' },
    command: { en: 'list', ja: '一覧' },
    fields: { environment: shared.environment, holder: shared.holder, limit: shared.limit },
  },
  'lease.history': {
    title: { en: 'History of everything lent', ja: 'すべての貸出の履歴' },
    help: {
      en: 'past and present leases of every kind, searchable',
      ja: '過去から現在までの、あらゆる種類の貸出を検索します',
    },
    command: { en: 'history', ja: '履歴' },
    fields: {
      search: {
        en: 'words in the reason, ticket, id, what was lent or people',
        ja: '理由・チケット・ID・借りたもの・人名に含まれる語',
      },
      kind: { en: 'only of this kind', ja: '種類で絞り込む' },
      environment: {
        en: 'environment, or account by its name, alias or id',
        ja: '環境、またはアカウント(名前・別名・ID)',
      },
      holder: shared.holder,
      permissionSet: { en: 'only this permission set', ja: '許可セットで絞り込む' },
      purpose: {
        en: 'only jobs of this purpose, such as apply',
        ja: 'ジョブの目的で絞り込む(例: apply)',
      },
      team: { en: 'only memberships of this team', ja: '参加先のチームで絞り込む' },
      state: { en: 'only in this state', ja: '状態で絞り込む' },
      since: shared.since,
      until: shared.until,
      limit: shared.limit,
      before: { en: 'last lease of the page before', ja: '前のページの最後の貸出' },
    },
  },
  'lease.show': {
    title: { en: 'Lease', ja: '貸出の詳細' },
    help: { en: 'one lease of any kind', ja: '貸出をひとつ詳しく表示します' },
    command: { en: 'show', ja: '詳細' },
    fields: { id: shared.id },
  },
  'lease.approve': {
    title: { en: 'Approve', ja: '承認' },
    help: { en: 'agree to a request', ja: '依頼を承認します' },
    command: { en: 'approve', ja: '承認' },
    fields: { id: shared.id },
  },
  'lease.deny': {
    title: { en: 'Deny', ja: '却下' },
    help: { en: 'say no to a request', ja: '依頼を却下します' },
    command: { en: 'deny', ja: '却下' },
    fields: {
      id: shared.id,
      reason: { en: 'why, and what to do instead', ja: '理由と、代わりの方法' },
    },
  },
  'lease.withdraw': {
    title: { en: 'Withdraw', ja: '取り下げ' },
    help: { en: 'take your own request back', ja: '自分の依頼を取り下げます' },
    command: { en: 'withdraw', ja: '取り下げ' },
    fields: { id: shared.id },
  },
  'lease.review': {
    title: { en: 'Write the review', ja: '事後レビューを書く' },
    help: {
      en: 'write the review that a break-glass start owes',
      ja: '緊急開始のあとの事後レビューを書きます',
    },
    command: { en: 'review', ja: 'レビュー' },
    fields: {
      id: shared.id,
      text: {
        en: 'what happened, what you did, what follows',
        ja: '起きたこと、行ったこと、今後の対応',
      },
    },
  },
  'lease.stop-all': {
    title: { en: 'Stop everything', ja: '全停止' },
    help: {
      en: 'end every lease and grant nothing until resumed',
      ja: 'すべての貸出を終了し、再開まで新しい貸出を止めます',
    },
    command: { en: 'stop-all', ja: '全停止' },
    fields: { reason: { en: 'why everything must stop', ja: '全停止の理由' } },
  },
  'lease.resume': {
    title: { en: 'Resume', ja: '再開' },
    help: { en: 'allow new leases after a stop', ja: '全停止を解除し、貸出を再開します' },
    command: { en: 'resume', ja: '再開' },
    fields: { reason: { en: 'why it is safe again', ja: '再開してよい理由' } },
  },
};
