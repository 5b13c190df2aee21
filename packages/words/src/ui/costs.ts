/** Labels of the page Costs. */
export const costsEn = {
  title: 'Costs',
  lead: 'What servers cost week by week, and what taking them back on time saved.',
  weeks: 'Weeks',
  lastWeeks: (count: number) => `The last ${count} weeks`,
  saved: (money: string) => `${money} saved`,
  spent: (money: string) => `${money} spent`,
  savedMeans:
    'Saved is what the same servers would have cost more, had they run on until their hard maximum.',
  week: 'Week from',
  leases: 'Leases',
  hours: 'Hours',
  spentHead: 'Spent',
  savedHead: 'Saved',
  unpriced: 'Not priced',
  unpricedMeans: (count: number) =>
    `${count} leases are not counted: their price is not in the table.`,
  none: 'Nothing was spent in these weeks.',
};

export const costsJa = {
  title: '費用',
  lead: 'サーバーの費用を週ごとに、時間どおりに返して節約できた分とあわせて示します。',
  weeks: '期間',
  lastWeeks: (count: number) => `直近 ${count} 週間`,
  saved: (money: string) => `${money} を節約`,
  spent: (money: string) => `${money} を使用`,
  savedMeans: '節約は、同じサーバーが最長期限まで動き続けたときに余分にかかったはずの費用です。',
  week: '週の初日',
  leases: '貸出',
  hours: '時間',
  spentHead: '費用',
  savedHead: '節約',
  unpriced: '価格不明',
  unpricedMeans: (count: number) => `価格が分からない貸出 ${count} 件は含まれていません。`,
  none: 'この期間に費用はかかっていません。',
} satisfies typeof costsEn;
