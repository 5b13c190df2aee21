import { exact, type NoticeWordsOf } from './words.ts';

export const liveSessionsNotices: NoticeWordsOf<
  'sessions-not-trimmed' | 'sessions-void' | 'sessions-unbelieved'
> = {
  'sessions-not-trimmed': {
    en: (f, r) => ({
      what: `Denials of sessions in ${f.account} should be gone, but AWS does not let Sekisho take them away since ${exact(f.since, r)} (${f.because}). They concern sessions of the past.`,
      next: 'See "sekisho access live-sessions"; mend the role for policies, or detach the policy in the management account.',
    }),
    ja: (f, r) => ({
      what: `${f.account} でのセッション拒否を取り除けません(${exact(f.since, r)} から、AWS の応答: ${f.because})。拒否されるのは過去のセッションだけです。`,
      next: '「sekisho access live-sessions」で確認し、ポリシー用のロールを直すか、管理アカウントでポリシーを外してください。',
    }),
  },
  'sessions-void': {
    en: (f) => ({
      what: `Sessions end no longer with their lease: what is configured is not what two admins agreed to. Ends that AWS was not told of: ${f.pending}.`,
      next: 'Put the settings back, or have two admins agree to the new ones: "sekisho access live-sessions".',
    }),
    ja: (f) => ({
      what: `セッションは貸出と同時に終わらなくなりました。設定が 2 人の管理者の合意した内容と違います。AWS に未反映の終了: ${f.pending} 件。`,
      next: '設定を戻すか、新しい設定に 2 人の管理者で合意してください(「sekisho access live-sessions」)。',
    }),
  },
  'sessions-unbelieved': {
    en: (f, r) => ({
      what: `The database asked to deny ${f.person}'s sessions of ${f.permissionSet} in ${f.account} begun before ${exact(f.issuedBefore, r)}, which no ended lease can: it was dropped.`,
      next: 'Compare the clocks of Sekisho\'s machines, and find out who writes to its database: "sekisho timeline verify".',
    }),
    ja: (f, r) => ({
      what: `${f.account} における ${f.person} の ${f.permissionSet} で ${exact(f.issuedBefore, r)} より前のセッションを拒否するという記録は、終わった貸出ではありえないため破棄しました。`,
      next: 'Sekisho の各マシンの時計と、データベースへの書き込み元を確認してください(「sekisho timeline verify」)。',
    }),
  },
};
