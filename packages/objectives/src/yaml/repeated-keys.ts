import { isMap, isScalar, isSeq, type Node } from 'yaml';

/** Keys that a map holds twice, with the offset of the second, in the order of the text; at most twenty. */
export function repeatedKeys(root: unknown): readonly { key: string; offset: number }[] {
  const found: { key: string; offset: number }[] = [];
  const rest: unknown[] = [root];
  while (rest.length > 0 && found.length < 20) {
    const node = rest.pop();
    if (isSeq(node)) for (const item of node.items) rest.push(item);
    if (!isMap(node)) continue;
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : String(key);
      if (seen.has(name)) found.push({ key: name, offset: (key as Node).range?.[0] ?? 0 });
      seen.add(name);
      rest.push(value);
    }
  }
  return found.toSorted((a, b) => a.offset - b.offset);
}
