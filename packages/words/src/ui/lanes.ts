/** Labels of the drawing of lanes. */
export const lanesEn = {
  drawing: 'Who had what, by environment and time',
  approval: 'Approval',
  hint: 'Solid: lent. Dashed: still ahead. A vertical mark: an approval. Arrow keys move, Enter opens.',
};

export const lanesJa = {
  drawing: '環境と時間ごとの利用状況',
  approval: '承認',
  hint: '実線は利用中、破線はこれから、縦線は承認です。矢印キーで移動、Enter で開きます。',
} satisfies typeof lanesEn;
