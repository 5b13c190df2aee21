/** Reads the named text parameters of an address; empty and unknown ones are left out. */
export function readTexts<const Name extends string>(
  raw: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): { readonly [Key in Name]?: string } {
  const found: { [Key in Name]?: string } = {};
  for (const name of names) {
    const value = raw[name];
    // The router reads `?search=42` as a number.
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string' && text.trim() !== '') found[name] = text;
  }
  return found;
}

/** A search with one filter set, or taken out when it is empty. */
export function withFilter<Search extends Readonly<Record<string, string | undefined>>>(
  search: Search,
  name: keyof Search & string,
  value: string,
): Search {
  const rest = Object.fromEntries(Object.entries(search).filter(([key]) => key !== name));
  return (value === '' ? rest : { ...rest, [name]: value }) as Search;
}
