import { formatDollars } from '../money.ts';
import { formatSpan } from '../time/format-duration.ts';
import { exact, type NoticeWordsOf } from './words.ts';

const plans = {
  terminate: { en: 'It will be terminated', ja: '削除します' },
  quarantine: {
    en: 'It will be stopped, not yet terminated,',
    ja: '停止します(削除はまだしません)',
  },
  nothing: { en: 'Nothing will happen to it', ja: '何もしません' },
} as const;

const trustEn = 'When an admin has looked: "sekisho ops sweep --trust-database".';
const trustJa = '管理者が確認したあとで「sekisho ops sweep --trust-database」を実行してください。';

/** Why nothing is swept, and how that ends. */
const withheldWords = {
  'database-empty': {
    en: {
      what: 'Servers run that this empty database does not know, so nothing is swept.',
      next: trustEn,
    },
    ja: {
      what: '空のデータベースにないサーバーが動いているため、掃除を見合わせています。',
      next: trustJa,
    },
  },
  'database-older-than-instances': {
    en: {
      what: 'Servers are newer than this database, so nothing is swept: it may be a restored copy.',
      next: trustEn,
    },
    ja: {
      what: 'データベースより新しいサーバーがあるため、掃除を見合わせています。復元したものかもしれません。',
      next: trustJa,
    },
  },
  'database-restored': {
    en: {
      what: 'This database was restored from a backup: nothing is lent, taken back or swept.',
      next: 'An admin looks with "sekisho recovery show" and then runs "sekisho recovery settle".',
    },
    ja: {
      what: 'データベースをバックアップから復元したため、貸出・回収・掃除を止めています。',
      next: '管理者が「sekisho recovery show」で差分を確認し、「sekisho recovery settle」を実行してください。',
    },
  },
} as const;

export const houseNotices: NoticeWordsOf<
  | 'orphan-found'
  | 'sweep-withheld'
  | 'stopped-everything'
  | 'resumed'
  | 'sessions-live-on'
  | 'directory-stale'
  | 'directory-group-gone'
  | 'week-spent'
> = {
  'orphan-found': {
    en: (f, r) => ({
      what: `A server that no lease explains runs in ${f.environment}: ${f.instanceId}.`,
      next: `${plans[f.next].en}${f.nextAt === null ? '' : ` on ${exact(f.nextAt, r)}`}; spare it if it must stay.`,
    }),
    ja: (f, r) => ({
      what: `${f.environment} に貸出のないサーバー ${f.instanceId} があります。`,
      next: `${f.nextAt === null ? '' : `${exact(f.nextAt, r)} に`}${plans[f.next].ja}。残すときは対象外にしてください。`,
    }),
  },
  'sweep-withheld': {
    en: (f) => withheldWords[f.withheld].en,
    ja: (f) => withheldWords[f.withheld].ja,
  },
  'stopped-everything': {
    en: (f) => ({
      what: `${f.by} stopped everything: “${f.reason}”.`,
      next: 'All leases end; nothing is lent until an admin resumes.',
    }),
    ja: (f) => ({
      what: `${f.by} が全停止しました。理由:「${f.reason}」。`,
      next: 'すべての貸出を終了します。管理者が再開するまで貸出できません。',
    }),
  },
  resumed: {
    en: (f) => ({ what: `${f.by} resumed lending.`, next: 'Ask again for what you need.' }),
    ja: (f) => ({
      what: `${f.by} が貸出を再開しました。`,
      next: '必要なものは、もう一度依頼してください。',
    }),
  },
  'sessions-live-on': {
    en: (f, r) => ({
      what: `${f.person}'s lease ${f.lease} of ${f.permissionSet} in ${f.account} has ended, but sessions that were open may live on until ${exact(f.until, r)}: ${f.because === 'no-room' ? 'the policy that would deny them is full' : `AWS did not take the denial (${f.because})`}.`,
      next: 'See "sekisho access live-sessions"; if they must end now, deny the user by a policy of your own.',
    }),
    ja: (f, r) => ({
      what: `${f.person} の ${f.account} における ${f.permissionSet} の貸出 ${f.lease} は終わりましたが、開いていたセッションが最長 ${exact(f.until, r)} まで残ります。理由: ${f.because === 'no-room' ? '拒否を書くポリシーに空きがありません' : `AWS が拒否を受け付けませんでした(${f.because})`}。`,
      next: '「sekisho access live-sessions」で確認してください。すぐに終わらせるには、別のポリシーでそのユーザーを拒否してください。',
    }),
  },
  'directory-stale': {
    en: (f, r) => ({
      what: `The directory was last read on ${exact(f.readAt, r)} (${f.because}): the groups and people that it gives are gone from the roster.`,
      next: 'See "sekisho people directory", and what AWS refuses the role of "identityCenter". Until it is read again no drift is removed.',
    }),
    ja: (f, r) => ({
      what: `ディレクトリを最後に読めたのは ${exact(f.readAt, r)} です(${f.because})。ディレクトリによるグループと人は名簿から外れています。`,
      next: '「sekisho people directory」と、identityCenter のロールの権限を確認してください。読めるようになるまで、ずれは取り消しません。',
    }),
  },
  'directory-group-gone': {
    en: (f, r) => ({
      what: `The group ${f.group} is not in the directory any more. Its members keep what it gave them until ${exact(f.until, r)}.`,
      next: 'Was it renamed, write its new name into "directory.groups"; else take it out there. Until then no drift is removed.',
    }),
    ja: (f, r) => ({
      what: `グループ ${f.group} がディレクトリからなくなりました。メンバーの権限は ${exact(f.until, r)} まで保たれます。`,
      next: '名前が変わった場合は directory.groups を新しい名前に、そうでなければ削除してください。それまで、ずれは取り消しません。',
    }),
  },
  'week-spent': {
    en: (f) => ({
      what: `In the week from ${f.week}, servers lent: ${f.leases}, for ${formatSpan(f.hours * 3600, 'en')} together, at ${formatDollars(f.spent, 'en')}. Taking them back before their hard maximum saved ${formatDollars(f.saved, 'en')}.${f.unpriced === 0 ? '' : ` Not counted, as their price is not known: ${f.unpriced}.`}`,
      next: 'Week by week: "sekisho ops cost".',
    }),
    ja: (f) => ({
      what: `${f.week} からの 1 週間の貸出は ${f.leases} 件、合計 ${formatSpan(f.hours * 3600, 'ja')}、費用は ${formatDollars(f.spent, 'ja')} でした。最長期限より前に返却されたことで ${formatDollars(f.saved, 'ja')} を節約しました。${f.unpriced === 0 ? '' : `料金が不明な ${f.unpriced} 件は含みません。`}`,
      next: '週ごとの内訳は「sekisho ops cost」で確認できます。',
    }),
  },
};
