/** Where the brackets of some JavaScript or TypeScript open and close; strings and comments are passed over. */
export interface Brackets {
  /** Where the bracket that opens at a place closes; -1 when none opens there or it never closes. */
  closing(open: number): number;
  /** Whether a place is code: in no string, template or comment. */
  isCode(at: number): boolean;
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Finds brackets without understanding the language: enough to find where a call ends. A regular
 * expression with a bracket or a quote in it can lead it astray; then brackets do not match, and
 * nothing is found.
 */
export function bracketsOf(text: string): Brackets {
  const pairs = new Map<number, number>();
  const quiet: (readonly [number, number])[] = [];
  const open: { at: number; closer: string }[] = [];
  for (let at = 0; at < text.length; ) {
    const end = quietEnd(text, at);
    if (end > at) {
      quiet.push([at, end]);
      at = end;
      continue;
    }
    const character = text[at] ?? '';
    const closer = closers[character];
    if (closer !== undefined) open.push({ at, closer });
    else if (open.at(-1)?.closer === character) pairs.set(open.pop()?.at ?? -1, at);
    at += 1;
  }
  return {
    closing: (at) => pairs.get(at) ?? -1,
    isCode: (at) => !quiet.some(([from, to]) => at > from && at < to),
  };
}

/** Behind the string, template or comment that begins here; the same place when none does. */
function quietEnd(text: string, at: number): number {
  const two = text.slice(at, at + 2);
  if (two === '//') return endOr(text, text.indexOf('\n', at));
  if (two === '/*') return endOr(text, text.indexOf('*/', at + 2), 2);
  const quote = text[at] ?? '';
  if (!['"', "'", '`'].includes(quote)) return at;
  for (let next = at + 1; next < text.length; next += 1) {
    if (text[next] === '\\') next += 1;
    else if (text[next] === quote) return next + 1;
    // A quote that no line closes was an apostrophe, in a regular expression say.
    else if (text[next] === '\n' && quote !== '`') return at;
  }
  return at;
}

function endOr(text: string, found: number, length = 0): number {
  return found < 0 ? text.length : found + length;
}
