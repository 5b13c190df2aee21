/** As long as a name of the map may be. */
const longest = 40;

/**
 * Names for accounts that nobody has named in the map, each once: as the organization calls them, in
 * the letters that profile names can have.
 * @param taken names that others have
 * @returns by account id
 */
export function accountNames(
  accounts: readonly { readonly id: string; readonly name: string }[],
  taken: readonly string[],
): ReadonlyMap<string, string> {
  const plain = accounts.map(({ id, name }) => ({ id, name: plainName(name) }));
  const all = [...taken, ...plain.map(({ name }) => name)];
  return new Map(
    plain.map(({ id, name }) => {
      const isOnly = name !== '' && all.filter((one) => one === name).length === 1;
      return [id, isOnly ? name : `${(name || 'account').slice(0, longest - 13)}-${id}`];
    }),
  );
}

function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, longest)
    .replace(/-+$/, '');
}
