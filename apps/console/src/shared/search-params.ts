/** The filters of an address as text: the router's own way reads `42` as a number and writes text as JSON. */
export function readAddress(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Filters as they stand in an address: `?weeks=4`, or nothing. */
export function writeAddress(search: Readonly<Record<string, unknown>>): string {
  const set = Object.entries(search).filter(([, value]) => typeof value === 'string');
  const text = new URLSearchParams(set as [string, string][]).toString();
  return text === '' ? '' : `?${text}`;
}

/** Reads the named text parameters of an address; empty and unknown ones are left out. */
export function readTexts<const Name extends string>(
  raw: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): { readonly [Key in Name]?: string } {
  const found: { [Key in Name]?: string } = {};
  for (const name of names) {
    const text = raw[name];
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
