/** Labels of the drawing of lanes. */
export const lanesEn = {
  drawing: 'Who had what, by environment and time',
  approval: 'Approval',
};

export const lanesJa = {
  drawing: '環境と時間ごとの利用状況',
  approval: '承認',
} satisfies typeof lanesEn;
