import { verdictWords } from '../timeline/verdict.ts';

/** Labels of the page Timeline. */
export const timelineEn = {
  title: 'Timeline',
  lead: 'Who did what to what, when and why. Lines are only ever added, each sealed with the one before.',
  entries: 'Entries',
  actor: 'Who',
  none: 'No entry fits these filters.',
  verify: 'Verify the chain',
  ...verdictWords.en,
  intactMeans: 'Every entry was recomputed and fits the one before it.',
  broken: (number: number, check: string) => `The chain breaks at entry ${number} (${check}).`,
  brokenMeans:
    'From there on the timeline cannot be trusted. Compare it with a checkpoint or an export.',
  head: 'Head',
  elsewhere: 'Checkpoints and export',
  elsewhereMeans:
    'Whoever owns the database can rewrite the whole chain. A signed checkpoint kept elsewhere shows it, and an export can be recomputed without this server.',
  anchor: 'Make a checkpoint',
  anchored: (number: number) =>
    `The checkpoint of entry ${number} is signed: keep the file elsewhere.`,
  compare: 'Verify against checkpoints …',
  anchorKey: {
    pinned: 'A key that the configuration trusts signed it.',
    'self-asserted':
      'Nobody vouches for the key that signed it: name the keys that you trust under timeline.keys in sekisho.yaml.',
  },
  noCheckpoint: (file: string) => `${file} holds no checkpoint.`,
  noCheckpointFix: 'Choose a file that “Make a checkpoint” or `sekisho timeline anchor` wrote.',
  export: 'Export everything',
  exported: (count: number) => `${count} entries are exported.`,
};

export const timelineJa = {
  title: 'タイムライン',
  lead: '誰が、何を、いつ、なぜ行ったか。行は追加されるだけで、1 行ごとに前の行とつながっています。',
  entries: '記録',
  actor: '誰が',
  none: 'この条件に合う記録はありません。',
  verify: '改ざんがないか検証',
  ...verdictWords.ja,
  intactMeans: 'すべての記録を計算し直し、前の記録と合うことを確かめました。',
  broken: (number: number, check: string) => `記録 ${number} でつながりが切れています(${check})。`,
  brokenMeans:
    'ここから先は信頼できません。チェックポイントか書き出したファイルと見比べてください。',
  head: '先頭',
  elsewhere: 'チェックポイントと書き出し',
  elsewhereMeans:
    'データベースの持ち主なら、記録全体を書き換えられます。署名付きのチェックポイントを別の場所に保管しておけば書き換えが分かり、書き出したファイルはこのサーバーなしで検証できます。',
  anchor: 'チェックポイントを作成',
  anchored: (number: number) =>
    `記録 ${number} までのチェックポイントに署名しました。ファイルを別の場所に保管してください。`,
  compare: 'チェックポイントと照合 …',
  anchorKey: {
    pinned: '署名した鍵は、設定で信頼する鍵です。',
    'self-asserted':
      '署名した鍵が本物かは確認できません。信頼する鍵を sekisho.yaml の timeline.keys に書いてください。',
  },
  noCheckpoint: (file: string) => `${file} にチェックポイントがありません。`,
  noCheckpointFix:
    '「チェックポイントを作成」か `sekisho timeline anchor` で作成したファイルを選んでください。',
  export: 'すべて書き出す',
  exported: (count: number) => `${count} 件を書き出しました。`,
} satisfies typeof timelineEn;
