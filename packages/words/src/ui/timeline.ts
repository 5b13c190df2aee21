/** Labels of the page Timeline. */
export const timelineEn = {
  title: 'Timeline',
  lead: 'Who did what to what, when and why. Lines are only ever added, each sealed with the one before.',
  entries: 'Entries',
  actor: 'Who',
  none: 'No entry fits these filters.',
  verify: 'Verify the chain',
  intact: (count: number) => `The chain is intact: ${count} entries.`,
  intactMeans: 'Every entry was recomputed and fits the one before it.',
  broken: (number: number, check: string) => `The chain breaks at entry ${number} (${check}).`,
  brokenMeans:
    'From there on the timeline cannot be trusted. Compare it with an anchor or an export.',
  head: 'Head',
};

export const timelineJa = {
  title: 'タイムライン',
  lead: '誰が、何を、いつ、なぜ行ったか。行は追加されるだけで、1 行ごとに前の行とつながっています。',
  entries: '記録',
  actor: '誰が',
  none: 'この条件に合う記録はありません。',
  verify: '改ざんがないか検証',
  intact: (count: number) => `改ざんはありません(${count} 件)。`,
  intactMeans: 'すべての記録を計算し直し、前の記録と合うことを確かめました。',
  broken: (number: number, check: string) => `記録 ${number} でつながりが切れています(${check})。`,
  brokenMeans: 'ここから先は信頼できません。アンカーか書き出したファイルと見比べてください。',
  head: '先頭',
} satisfies typeof timelineEn;
