/** Labels of the page Sweep. */
export const sweepEn = {
  title: 'Sweep',
  lead: 'Finds servers that bear our tag and that no lease explains. Looking changes nothing.',
  look: 'Look now',
  lookAgain: 'Look again',
  notYet: 'Nobody has looked yet. It takes a few seconds for each account.',
  found: 'Left over',
  none: 'Nothing is left over: a lease explains every server.',
  unanswered: (places: string) => `Nothing is known of ${places}: the account did not answer.`,
  verdict: 'What it is',
  firstSeen: 'First seen',
  next: 'What comes next',
  verdicts: {
    'ended-lease': 'its lease is over',
    unknown: 'no lease is known',
    quarantined: 'stopped, not yet terminated',
    spared: 'spared',
  },
  plans: { terminate: 'terminated', quarantine: 'stopped', nothing: 'stays' },
  apply: 'Sweep now',
  applyTitle: 'Sweep now?',
  applyMeans: (count: number) =>
    count === 0
      ? 'Nothing is due yet: what was found is noted, and its grace period begins.'
      : `${count} servers are due: each is stopped, or terminated, as the list says. The others wait for their time.`,
  applied: 'Swept. The list shows what comes next.',
  spare: 'Spare',
  spareTitle: (id: string) => `Spare ${id}?`,
  spareMeans: 'The sweep leaves it alone from now on. One that was stopped is not started again.',
  spareWhy: 'Why it stays',
  sparedNow: (id: string) => `${id} is spared.`,
  withheld: {
    'database-empty': 'Servers run that this empty database does not know, so nothing is swept.',
    'database-older-than-instances':
      'Servers are newer than this database, so nothing is swept: it may be a restored copy.',
    'database-restored':
      'This database was restored from a backup, so nothing is swept until the restore is settled.',
  },
  withheldFix: 'Is this the right database? An admin who has looked may say so.',
  trust: 'This database is right',
  trustTitle: 'Is this the right database?',
  trustMeans:
    'From now on whatever it does not know is swept after its grace period. On a copy, that ends the servers of the original.',
};

export const sweepJa = {
  title: '掃除',
  lead: 'Sekisho のタグが付いているのに、貸出のないサーバーを探します。探すだけでは何も変わりません。',
  look: '探す',
  lookAgain: 'もう一度探す',
  notYet: 'まだ探していません。アカウントごとに数秒かかります。',
  found: '残っているもの',
  none: '残っているものはありません。すべてのサーバーに貸出があります。',
  unanswered: (places: string) => `${places} は分かりません。アカウントが応答しませんでした。`,
  verdict: '判定',
  firstSeen: '最初に見つけた時刻',
  next: '次の処置',
  verdicts: {
    'ended-lease': '貸出は終了済み',
    unknown: '貸出が見つからない',
    quarantined: '停止済み(削除前)',
    spared: '対象外',
  },
  plans: { terminate: '削除', quarantine: '停止', nothing: 'そのまま' },
  apply: '掃除する',
  applyTitle: '掃除しますか。',
  applyMeans: (count: number) =>
    count === 0
      ? '期限の来たものはまだありません。見つけたものを記録し、猶予期間を始めます。'
      : `期限の来た ${count} 台を、一覧のとおり停止または削除します。ほかは期限まで待ちます。`,
  applied: '掃除しました。次の処置は一覧のとおりです。',
  spare: '対象外にする',
  spareTitle: (id: string) => `${id} を対象外にしますか。`,
  spareMeans: '今後、掃除の対象から外します。停止済みのサーバーは、停止したままです。',
  spareWhy: '残す理由',
  sparedNow: (id: string) => `${id} を対象外にしました。`,
  withheld: {
    'database-empty': '空のデータベースにないサーバーが動いているため、掃除を見合わせています。',
    'database-older-than-instances':
      'データベースより新しいサーバーがあるため、掃除を見合わせています。復元したものかもしれません。',
    'database-restored':
      'データベースをバックアップから復元したため、差分の確認が済むまで掃除を見合わせています。',
  },
  withheldFix: 'このデータベースで正しいですか。管理者が確認すると掃除を始められます。',
  trust: 'このデータベースで正しい',
  trustTitle: 'このデータベースで正しいですか。',
  trustMeans:
    '今後は、ここに記録のないサーバーを猶予期間のあとで掃除します。複製の場合、元の環境のサーバーまで終了させてしまいます。',
} satisfies typeof sweepEn;
