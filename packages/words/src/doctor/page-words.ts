/** Labels of the page on which the installation is examined. */
const en = {
  lead: 'Can this installation keep its promises, and if not, what to do. Looking changes nothing.',
  lookAgain: 'Look again',
  looking: 'Looking at the server, Slack, GitHub, every account and every engine …',
  soFar: (seconds: number, most: number) => `${seconds} s of ${most} s at most`,
  old: 'What follows is from the look before.',
  examined: (when: string, seconds: string) => `Examined ${when}; it took ${seconds} s.`,
  allWell: 'Nothing is wrong in what was looked at.',
  counts: {
    error: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
    warning: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
    skipped: (count: number) => `${count} not looked at`,
    info: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
    ok: (count: number) => `${count} well`,
  },
  house: 'Sekisho itself',
  engine: 'container engine',
  show: 'Show',
  wrong: 'Errors and warnings',
  errors: 'Errors only',
  account: 'AWS account',
  none: 'Nothing was looked at.',
  noneFits: 'Nothing that was found fits these filters.',
  clear: 'Show everything',
};

const ja: typeof en = {
  lead: 'この環境が約束を守れるかを調べ、対処を示します。調べても何も変わりません。',
  lookAgain: 'もう一度診断',
  looking: 'サーバー、Slack、GitHub、各アカウント、各エンジンを調べています …',
  soFar: (seconds, most) => `${seconds} 秒経過(最長 ${most} 秒)`,
  old: '以下は前回の結果です。',
  examined: (when, seconds) => `診断: ${when}(所要 ${seconds} 秒)`,
  allWell: '調べた範囲に問題はありません。',
  counts: {
    error: (count) => `エラー ${count} 件`,
    warning: (count) => `警告 ${count} 件`,
    skipped: (count) => `未確認 ${count} 件`,
    info: (count) => `情報 ${count} 件`,
    ok: (count) => `正常 ${count} 件`,
  },
  house: 'Sekisho 本体',
  engine: 'コンテナエンジン',
  show: '表示',
  wrong: 'エラーと警告',
  errors: 'エラーのみ',
  account: 'AWS アカウント',
  none: '調べたものがありません。',
  noneFits: '条件に合う結果はありません。',
  clear: 'すべて表示',
};

export const doctorPage = { en, ja } as const;
