/** Reads page after page until there is no more. */
export function everyPage<Item>(
  read: (token: { readonly NextToken?: string }) => {
    readonly items: readonly Item[];
    readonly next: string | undefined;
  },
): Item[] {
  const all: Item[] = [];
  let token: string | undefined;
  do {
    const { items, next } = read(token === undefined ? {} : { NextToken: token });
    all.push(...items);
    token = next;
  } while (token !== undefined);
  return all;
}
