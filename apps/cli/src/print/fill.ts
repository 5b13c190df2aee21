/** Puts facts into the places of a sentence: `{file}` is the fact alone, `{count line}` is `1 line` or `2 lines`. */
export function fill(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)(?: (\w[\w ]*))?\}/g, (_, name: string, thing?: string) => {
    const fact = String(facts[name] ?? '');
    return thing === undefined ? fact : `${fact} ${thing}${fact === '1' ? '' : 's'}`;
  });
}
