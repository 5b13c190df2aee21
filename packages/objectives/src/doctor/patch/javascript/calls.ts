import type { Brackets } from './brackets.ts';

/** What stands between the brackets of a call, or of a literal. */
export interface Inside {
  /** Behind the opening bracket. */
  readonly from: number;
  /** At the closing one. */
  readonly to: number;
}

/** Every place of code where an expression is found. */
export function codeMatches(
  text: string,
  brackets: Brackets,
  expression: RegExp,
): readonly RegExpExecArray[] {
  return [...text.matchAll(expression)].filter(({ index }) => brackets.isCode(index));
}

/** The inside of the bracket that opens at a place; null when it never closes. */
export function insideOf(brackets: Brackets, open: number): Inside | null {
  const close = brackets.closing(open);
  return close < 0 ? null : { from: open + 1, to: close };
}

/** One property of an object literal, or one item of a list: from its first character to its comma. */
export interface Item extends Inside {
  /** The key of a property, or the name of a shorthand; null for a list's item or a spread. */
  readonly key: string | null;
  /** Where its value begins. */
  readonly value: number;
}

/** What commas part at the top level of a literal. */
export function itemsOf(text: string, brackets: Brackets, inside: Inside): readonly Item[] {
  const items: Item[] = [];
  let from = inside.from;
  for (let at = inside.from; at <= inside.to; at += 1) {
    const close = brackets.closing(at);
    if (close > at && brackets.isCode(at)) {
      at = close;
      continue;
    }
    const isEnd = at === inside.to || (text[at] === ',' && brackets.isCode(at));
    if (!isEnd) continue;
    const item = itemAt(text, from, at);
    if (item !== null) items.push(item);
    from = at + 1;
  }
  return items;
}

function itemAt(text: string, begin: number, end: number): Item | null {
  const written = text.slice(begin, end);
  const [blank = ''] = /^(?:\s|\/\/[^\n]*\n|\/\*[^]*?\*\/)*/.exec(written) ?? [];
  const from = begin + blank.length;
  const to = end - (/\s*$/.exec(written)?.[0].length ?? 0);
  if (from >= to) return null;
  const [head, key] = /^(?:'|")?([\w$.-]+)(?:'|")?\s*:\s*/.exec(text.slice(from, to)) ?? [];
  if (head !== undefined) return { from, to, key: key ?? null, value: from + head.length };
  const name = /^[A-Za-z_$][\w$]*$/.test(text.slice(from, to)) ? text.slice(from, to) : null;
  return { from, to, key: name, value: from };
}
