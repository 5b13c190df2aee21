/** Labels of a lease: its card, its page, what can be done with it. */
export const leaseEn = {
  title: (id: string) => `Lease ${id}`,
  progress: 'Progress',
  lanes: 'On its lane',
  timeline: 'Its timeline',
  connectTitle: 'Connect',
  connectHow: 'Run this where your AWS session is. Only the holder can open a session.',
  theCommand: 'the command',
  forwards: 'Reach a host behind it',
  forwardHow: (host: string, port: number) => `${host} on your own port ${port}`,
  cannotConnect: (holder: string) => `${holder} holds it. To connect, have it handed over to you.`,
  signIn: 'Sign in to AWS',
  theRun: 'The run on GitHub',
  by: 'By how much',
  heldFor: 'For how long',
  to: 'To whom',
  holdReason: 'What keeps running',
  extended: 'Extended.',
  held: 'Held: idleness does not end it for now.',
  handed: (name: string) => `Handed over to ${name}.`,
  returned: 'Being returned. Thank you.',
  replacing: 'Being replaced.',
  partOf: 'Approved, extended and ended with',
  stopped: 'Being taken back.',
  withdrawn: 'Withdrawn.',
  returning: {
    'ops.stop': {
      returnTitle: 'Return this server now?',
      returnMeans: 'Open sessions end and the server is terminated; nothing on it is kept.',
    },
    'ops.replace': {
      returnTitle: 'Replace this server now?',
      returnMeans:
        'It is terminated and started again on the newest image: open sessions end, files and running work on it are lost, and for some minutes there is no server. The deadline stays.',
    },
    'access.return': {
      returnTitle: 'Return this access now?',
      returnMeans:
        'Nobody can sign in by it any more; sessions that are open may live on for a while.',
    },
    'ci.stop': {
      returnTitle: 'End this job’s access now?',
      returnMeans:
        'The job loses its rights at once, in the middle of what it does; a state lock may remain.',
    },
    'membership.return': {
      returnTitle: 'End this membership now?',
      returnMeans:
        'Everything that it grants ends together: the place in the team and in Slack, and AWS access. The journal stays.',
    },
  },
  reviewTitle: 'Review of a break-glass start',
  reviewMeans:
    'It was started without approval. What happened, what was done, what follows? Until this is written, the next break-glass is refused.',
  reviewText: 'What happened (20 characters at least)',
  reviewed: 'The review is written.',
  reviewDue: 'review owed',
  heldUntil: (moment: string) => `held until ${moment}`,
  stuck: 'It cannot be taken back yet; it is retried until it is gone.',
  notFoundBack: 'See the history',
};

export const leaseJa = {
  title: (id: string) => `貸出 ${id}`,
  progress: '進み具合',
  lanes: 'レーン',
  timeline: 'この貸出のタイムライン',
  connectTitle: '接続',
  connectHow: 'AWS にログイン済みの端末で実行してください。接続できるのは利用者だけです。',
  theCommand: 'コマンド',
  forwards: 'その先のホストにつなぐ',
  forwardHow: (host: string, port: number) => `${host} を手元のポート ${port} で`,
  cannotConnect: (holder: string) =>
    `利用者は${holder}です。接続するには引き継いでもらってください。`,
  signIn: 'AWS にサインイン',
  theRun: 'GitHub の実行',
  by: '延ばす時間',
  heldFor: '保持する時間',
  to: '引き継ぐ相手',
  holdReason: '動き続ける作業',
  extended: '延長しました。',
  held: '保持しました。しばらく、未使用でも終了しません。',
  handed: (name: string) => `${name}に引き継ぎました。`,
  returned: '返却を始めました。ありがとうございます。',
  replacing: '入れ替えを始めました。',
  partOf: '承認・延長・終了をまとめて行う参加:',
  stopped: '権限を終了させています。',
  withdrawn: '取り下げました。',
  returning: {
    'ops.stop': {
      returnTitle: 'このサーバーをいま返却しますか。',
      returnMeans: '接続中のセッションを閉じ、サーバーを削除します。中のデータは残りません。',
    },
    'ops.replace': {
      returnTitle: 'このサーバーをいま入れ替えますか。',
      returnMeans:
        'サーバーを削除し、最新のイメージで起動し直します。接続中のセッションは閉じ、中のデータと動いている作業は失われ、数分間は使えません。期限は変わりません。',
    },
    'access.return': {
      returnTitle: 'このアクセスをいま返却しますか。',
      returnMeans:
        '新しくサインインできなくなります。開いているセッションは、しばらく残ることがあります。',
    },
    'ci.stop': {
      returnTitle: 'このジョブの権限をいま終了させますか。',
      returnMeans:
        'ジョブは処理の途中でも権限を失います。Terraform の状態ロックが残ることがあります。',
    },
    'membership.return': {
      returnTitle: 'チームへの参加をいま終了しますか。',
      returnMeans: 'チームと Slack の所属、AWS の権限がまとめて終わります。活動の記録は残ります。',
    },
  },
  reviewTitle: '緊急開始の事後レビュー',
  reviewMeans:
    '承認なしで開始されました。何が起き、何をし、次に何をするかを書いてください。書くまで、次の緊急開始はできません。',
  reviewText: '何が起きたか(20 文字以上)',
  reviewed: 'レビューを書きました。',
  reviewDue: 'レビュー未提出',
  heldUntil: (moment: string) => `${moment} まで保持`,
  stuck: 'まだ回収できません。回収できるまで自動で再試行します。',
  notFoundBack: '履歴を見る',
} satisfies typeof leaseEn;
