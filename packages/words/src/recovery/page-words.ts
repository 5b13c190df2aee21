/** Labels of the page on which a restore is looked at and settled. */
const en = {
  title: 'After a restore',
  lead: 'What this database says (“here”), beside what AWS and container engines say (“there”). Looking changes nothing.',
  restored: (moment: string, entry: number) =>
    `Restored from a backup of ${moment}, up to entry ${entry}.`,
  waits:
    'Until this is settled nothing is lent, taken back or swept. What ends by itself at its hard maximum still does.',
  found: 'What differs',
  none: 'All that is there is as this database says.',
  settled: 'No restore waits to be settled.',
  when: 'Past restores are in the timeline.',
  toTimeline: 'Timeline',
  unanswered: (places: string) => `Nothing is known of ${places}, which did not answer.`,
  lookAgain: 'Look again',
  difference: 'Difference',
  settling: 'What settling does',
  ended: (moment: string) => `ends by itself ${moment}`,
  settle: 'Settle',
  settleTitle: 'Settle this restore?',
  settleMeans: (count: number) =>
    count === 0
      ? 'Lending, taking back and sweeping go on.'
      : `${count === 1 ? 'One difference is' : `${count} differences are`} settled as the list says; then lending, taking back and sweeping go on. Where something else differs by then, nothing is settled, and you look again. This is done once.`,
  why: 'What you looked at, and with whom',
  grace: 'How long what is in use past its deadline runs on',
  graceMeans: 'Never past its hard maximum. 1h when left empty.',
  others: (count: number) => `End others too (${count})`,
  othersMean:
    'Leases that were over before the loss although nothing shows it, such as a membership that was given back.',
  even: (places: string) => `Settle although nothing is known of ${places}`,
  evenSome: 'Settle although some places did not answer',
  done: 'Settled: Sekisho acts again.',
  doneList: 'What was settled',
  admin: 'An admin, in person, settles it.',
};

const ja: typeof en = {
  title: '復元後の差分',
  lead: 'データベースの記録と、AWS やコンテナエンジンにある実物との違いです。見るだけでは何も変わりません。',
  restored: (moment, entry) => `${moment} のバックアップ(記録 ${entry} まで)から復元しました。`,
  waits: '再開するまで、貸出・回収・掃除を止めています。最長期限での自動終了は働いています。',
  found: '差分',
  none: '実際の状態はデータベースの記録どおりです。',
  settled: '確認待ちの復元はありません。',
  when: '過去の復元はタイムラインに残っています。',
  toTimeline: 'タイムライン',
  unanswered: (places) => `${places} は応答がなく、確認できません。`,
  lookAgain: 'もう一度確認',
  difference: '差分',
  settling: '再開時の扱い',
  ended: (moment) => `${moment} に自動終了`,
  settle: '再開',
  settleTitle: '貸出と回収を再開しますか。',
  settleMeans: (count) =>
    count === 0
      ? '貸出・回収・掃除を再開します。'
      : `差分 ${count} 件を一覧のとおりに扱い、貸出・回収・掃除を再開します。ほかの差分が生じていれば何もせず、もう一度確認していただきます。やり直しはできません。`,
  why: '何を誰と確認したか',
  grace: '期限を過ぎて利用中のものを続ける時間',
  graceMeans: '最長期限は超えません。空欄なら 1 時間です。',
  others: (count) => `ほかの貸出も終了する(${count} 件)`,
  othersMean:
    '返却済みのチーム参加など、データの消失前に終わっていても実物からは確認できない貸出を選びます。',
  even: (places) => `${places} を確認できないまま再開する`,
  evenSome: '応答しない環境があっても再開する',
  done: '再開しました。',
  doneList: '扱いの結果',
  admin: '再開できるのは管理者本人です。',
};

export const recoveryPage = { en, ja } as const;
