/** Labels of the page History. */
export const historyEn = {
  title: 'History',
  lead: 'Everything that was lent, to whom, why, and what became of it. j and k move, Enter opens, / searches.',
  search: 'Search',
  kind: 'Kind',
  since: 'Since',
  sinceExample: '7d',
  until: 'Until',
  csv: 'Download CSV',
  sessions: 'Sessions',
  lasted: 'Lasted',
  none: 'Nothing was lent yet.',
  noneFits: 'Nothing fits these filters.',
  clear: 'Clear the filters',
};

export const historyJa = {
  title: '履歴',
  lead: '何を、誰に、なぜ貸し、どうなったか。j と k で移動、Enter で開く、/ で検索。',
  search: '検索',
  kind: '種類',
  since: 'いつから',
  sinceExample: '7日',
  until: 'いつまで',
  csv: 'CSV をダウンロード',
  sessions: 'セッション',
  lasted: '利用時間',
  none: '貸出はまだありません。',
  noneFits: 'この条件に合うものはありません。',
  clear: '条件を消す',
} satisfies typeof historyEn;
