/** Labels of the page shown to those who are lost; those about signing in are in `sign-in/`. */
export const signInEn = {
  notFound: 'There is no such page',
  notFoundMeans: 'The address may be old or mistyped.',
};

export const signInJa = {
  notFound: 'ページがありません',
  notFoundMeans: 'アドレスが古いか、間違っているようです。',
} satisfies typeof signInEn;
