import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
} from 'yaml';
import type { Path } from '../problems/path.ts';

export type Locate = (path: Path, at?: 'key' | 'value') => { line: number; column: number };

/** Finds lines and columns (from 1) of what stands at a path of a document; of the nearest parent when nothing does. */
export function locator(document: Document.Parsed, lines: LineCounter): Locate {
  return (path, at = 'value') => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const [index, part] of path.entries()) {
      const { key, value } = step(document, node, part);
      if (value === undefined) break;
      const wantsKey = index === path.length - 1 && at === 'key';
      offset = (wantsKey ? startOf(key) : startOf(value)) ?? startOf(key) ?? offset;
      node = value;
    }
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
}

function step(document: Document.Parsed, node: unknown, part: string | number) {
  const inside = isAlias(node) ? node.resolve(document) : node;
  if (isSeq(inside) && typeof part === 'number') {
    const item = inside.items[part];
    return { key: item, value: item };
  }
  if (!isMap(inside)) return { key: undefined, value: undefined };
  const pair = inside.items.find(
    (item) =>
      isPair(item) && String(isScalar(item.key) ? item.key.value : item.key) === String(part),
  );
  return { key: pair?.key, value: pair === undefined ? undefined : (pair.value ?? pair.key) };
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
