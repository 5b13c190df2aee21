import { Refusal } from '../world/refusal.ts';

/** What a query string says once its dots and numbers are read as structure. */
export type Tree = string | Tree[] | { [name: string]: Tree };

const deepest = 8;

/**
 * Reads `Filter.1.Value.2=x` as `{ Filter: [{ Value: [, 'x'] }] }`, and STS's `Tags.member.1` as a list too.
 * Errors: `MalformedQueryString`.
 */
export function readQuery(body: string): { [name: string]: Tree } {
  const root: Node = new Map();
  for (const [path, value] of new URLSearchParams(body)) place(root, path.split('.'), value);
  return toObject(root);
}

type Node = Map<string, Node | string>;

function place(root: Node, path: readonly string[], value: string): void {
  if (path.length > deepest || path.includes('') || path.includes('__proto__')) {
    throw new Refusal('MalformedQueryString', `The query string contains ${path.join('.')}`);
  }
  let node = root;
  for (const name of path.slice(0, -1)) {
    const next = node.get(name) ?? new Map();
    if (typeof next === 'string') {
      throw new Refusal('MalformedQueryString', `${path.join('.')} is given twice`);
    }
    node.set(name, next);
    node = next;
  }
  node.set(path.at(-1) ?? '', value);
}

function toTree(node: Node | string): Tree {
  if (typeof node === 'string') return node;
  const member = node.size === 1 ? node.get('member') : undefined;
  if (member !== undefined && typeof member !== 'string') return toTree(member);
  const names = [...node.keys()];
  if (names.length > 0 && names.every((name) => /^\d{1,4}$/.test(name))) {
    return names.sort((a, b) => Number(a) - Number(b)).map((name) => toTree(node.get(name) ?? ''));
  }
  return toObject(node);
}

function toObject(node: Node): { [name: string]: Tree } {
  return Object.fromEntries([...node].map(([name, child]) => [name, toTree(child)]));
}
