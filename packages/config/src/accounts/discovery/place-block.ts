import { isCollection, isMap, isPair, isScalar, type Node, parseDocument } from 'yaml';

/** Where a part can be put into a text that has none yet. */
export type Place =
  | { readonly kind: 'inside'; readonly offset: number; readonly indent: string }
  /** There is no `accounts:` yet. */
  | { readonly kind: 'new' }
  /** Accounts that stand in braces, or a text that is no YAML: no whole lines can be put there. */
  | { readonly kind: 'nowhere' };

/** Finds where accounts can be added to a sekisho.yaml: after the last one, at its indentation. */
export function placeOfBlock(text: string): Place {
  const document = parseDocument(text);
  if (document.errors.length > 0) return { kind: 'nowhere' };
  const root = document.contents;
  if (root === null) return { kind: 'new' };
  if (!isMap(root)) return { kind: 'nowhere' };
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === 'accounts');
  if (pair === undefined) return root.flow === true ? { kind: 'nowhere' } : { kind: 'new' };
  const { key, value } = pair;
  if (isScalar(value) && value.value === null) return after(text, endOf(key as Node), '  ');
  if (!isMap(value) || value.flow === true || value.items.length === 0) return { kind: 'nowhere' };
  const [first] = value.items;
  const start = (first?.key as Node | undefined)?.range?.[0] ?? 0;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^ +$/.test(indent) ? after(text, endOf(value), indent) : { kind: 'nowhere' };
}

/** Behind the line that something ends in, comment and all. */
function after(text: string, end: number, indent: string): Place {
  const newline = text.indexOf('\n', end - 1);
  return { kind: 'inside', offset: newline < 0 ? text.length : newline + 1, indent };
}

/** Where what a node says ends: a collection's own range goes on over the lines behind it. */
function endOf(node: Node): number {
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1);
    if (isPair(last)) return endOf((last.value ?? last.key) as Node);
    if (last !== undefined) return endOf(last as Node);
  }
  return node.range?.[1] ?? 0;
}
