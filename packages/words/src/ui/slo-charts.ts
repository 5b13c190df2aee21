/** Words on and beside the drawings of an SLO. */
export const sloChartsEn = {
  budget: 'Error budget left',
  raw: 'Without corrections',
  spentLine: 'Spent',
  events: 'Good and bad',
  total: 'Events a minute',
  badShare: 'Share of bad',
  strip: 'Where the budget burned',
  noted: 'What was noted of the service',
  coverage: 'Measured',
  corrections: 'Corrected time',
  pages: 'Pages and tickets',
  at: 'Moment',
  good: 'Good',
  bad: 'Bad',
  table: 'The same as a table',
  hint: 'Point at it to read a moment; press and draw to look closer, twice to see all.',
  /** For who cannot see the drawing. */
  budgetSummary: (first: string, last: string, lowest: string) =>
    `The budget went from ${first} to ${last}; at its lowest it was ${lowest}.`,
  eventsSummary: (bad: string, total: string) => `${bad} of ${total} events were bad.`,
  coverageSummary: (share: string) => `${share} of this time was measured.`,
  nothing: 'Nothing was measured in this time.',
};

export const sloChartsJa = {
  budget: 'エラーバジェットの残り',
  raw: '補正前',
  spentLine: '使い切り',
  events: '正常と異常',
  total: '1 分あたりの件数',
  badShare: '異常の割合',
  strip: 'バジェットを消費した時間',
  noted: 'サービスに起きたこと',
  coverage: '計測できた時間',
  corrections: '補正された時間',
  pages: 'ページとチケット',
  at: '時刻',
  good: '正常',
  bad: '異常',
  table: '同じ内容を表で見る',
  hint: '図を指すとその時刻の値を読めます。なぞると拡大、ダブルクリックで全体に戻ります。',
  budgetSummary: (first: string, last: string, lowest: string) =>
    `バジェットの残りは ${first} から ${last} になりました。最も少ないときは ${lowest} でした。`,
  eventsSummary: (bad: string, total: string) => `${total} 件のうち ${bad} 件が異常でした。`,
  coverageSummary: (share: string) => `この期間の ${share} を計測できました。`,
  nothing: 'この期間は何も計測されていません。',
} satisfies typeof sloChartsEn;
