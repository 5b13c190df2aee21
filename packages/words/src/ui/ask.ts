const fieldsEn: Readonly<Record<string, string>> = {
  environment: 'Environment',
  for: 'How long',
  reason: 'Reason',
  ticket: 'Ticket',
  size: 'Size',
  at: 'Start',
  breakGlass: 'Break-glass',
  account: 'Account',
  permissionSet: 'Permission set',
};

const fieldsJa: Readonly<Record<string, string>> = {
  environment: '環境',
  for: '利用時間',
  reason: '理由',
  ticket: 'チケット',
  size: 'サイズ',
  at: '開始',
  breakGlass: '緊急開始',
  account: 'アカウント',
  permissionSet: '許可セット',
};

const examplesEn: Readonly<Record<string, string>> = { at: 'now', ticket: 'OPS-123' };
const examplesJa: Readonly<Record<string, string>> = { at: 'いますぐ', ticket: 'OPS-123' };

/** Labels of the page Ask. */
export const askEn = {
  title: 'Ask for an ops server',
  lead: 'A server in the environment, lent to you until a deadline, then gone.',
  fields: fieldsEn,
  examples: examplesEn,
  needed: 'Please fill this in.',
  send: 'Ask for it',
  before: 'Before you ask',
  howLong: 'How long',
  atMost: (span: string) => `at most ${span}`,
  about: (money: string) => `about ${money}`,
  mustAgree: 'Must agree',
  image: 'Image',
  nobody: 'Nobody: it starts at once.',
  some: (count: number, who: string) => `${count} of ${who}`,
  nobodyCan: 'Nobody of them can agree now.',
  asked: 'Asked. Those who may agree are told.',
  starting: 'It is being started.',
  scheduled: (when: string) => `It starts at ${when}.`,
};

export const askJa = {
  title: '作業サーバーを依頼',
  lead: '期限まで、その環境のサーバーを借ります。期限が来ると削除されます。',
  fields: fieldsJa,
  examples: examplesJa,
  needed: '入力してください。',
  send: '依頼する',
  before: '依頼の前に',
  howLong: '利用時間',
  atMost: (span: string) => `最長 ${span}`,
  about: (money: string) => `約 ${money}`,
  mustAgree: '必要な承認',
  image: 'イメージ',
  nobody: '不要です。すぐに始まります。',
  some: (count: number, who: string) => `${who}のうち ${count} 人`,
  nobodyCan: 'いま承認できる人がいません。',
  asked: '依頼しました。承認できる人に知らせました。',
  starting: '準備を始めました。',
  scheduled: (when: string) => `${when} に開始します。`,
} satisfies typeof askEn;
