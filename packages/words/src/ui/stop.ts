/** Labels of stopping everything. */
export const stopEn = {
  title: 'Stop everything',
  means: (count: number) =>
    `Takes back every lease now (${count} open) and lends nothing new until an admin resumes. Holders are told.`,
  word: 'STOP',
  typeWord: 'Type STOP to confirm',
  act: 'Stop everything',
  resume: 'Resume lending',
  resumed: 'Lending is resumed.',
  undoReason: 'undone from the console',
  done: (count: number) => `Everything is being taken back: ${count}.`,
  stopped: 'Everything is stopped: nothing is lent.',
  stoppedBy: (name: string, moment: string) => `By ${name}, ${moment}.`,
  whoResumes: 'An admin resumes when it is safe.',
  restored: 'Restored from a backup: nothing is lent or taken back.',
  restoredFrom: (moment: string) => `The backup was taken ${moment}.`,
  whoSettles: 'An admin looks at what differs, and settles it.',
  seeDifferences: 'What differs',
  resumeTitle: 'Resume lending?',
  resumeMeans: 'People can ask again. What was taken back stays ended.',
};

export const stopJa = {
  title: 'すべて止める',
  means: (count: number) =>
    `いまある貸出 ${count} 件をすべて回収し、管理者が再開するまで新しく貸し出しません。利用者には知らせます。`,
  word: 'STOP',
  typeWord: '確認のため STOP と入力',
  act: 'すべて止める',
  resume: '貸出を再開',
  resumed: '貸出を再開しました。',
  undoReason: 'コンソールから取り消し',
  done: (count: number) => `${count} 件をすべて回収しています。`,
  stopped: 'すべて止めています。貸出はできません。',
  stoppedBy: (name: string, moment: string) => `停止した人: ${name}(${moment})。`,
  whoResumes: '再開できるのは管理者です。',
  restored: 'バックアップから復元しました。貸出も回収も行いません。',
  restoredFrom: (moment: string) => `バックアップの日時: ${moment}。`,
  whoSettles: '管理者が差分を確認すると再開します。',
  seeDifferences: '差分を見る',
  resumeTitle: '貸出を再開しますか。',
  resumeMeans: 'また依頼できるようになります。回収した貸出は戻りません。',
} satisfies typeof stopEn;
