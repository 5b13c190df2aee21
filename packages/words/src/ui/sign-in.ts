/** Labels of the pages shown to those who are not in yet, or are lost. */
export const signInEn = {
  title: 'Open Sekisho by its own address',
  how: 'This browser has not been let in yet. In the terminal where Sekisho runs, or anew:',
  line: 'It prints one line with an address that ends in a secret. Open that address here:',
  refused: 'That secret does not fit',
  refusedMeans:
    'The secret changes when practice is started anew. In the terminal where it runs, or anew:',
  notFound: 'There is no such page',
  notFoundMeans: 'The address may be old or mistyped.',
};

export const signInJa = {
  title: '専用のアドレスから開いてください',
  how: 'このブラウザはまだ許可されていません。Sekisho を動かしている端末を見るか、改めて次を実行してください。',
  line: '秘密の文字列で終わるアドレスが 1 行表示されます。それをここで開いてください。',
  refused: '秘密の文字列が違います',
  refusedMeans:
    '練習を起動し直すと、秘密の文字列は変わります。動かしている端末を見るか、改めて次を実行してください。',
  notFound: 'ページがありません',
  notFoundMeans: 'アドレスが古いか、間違っているようです。',
} satisfies typeof signInEn;
