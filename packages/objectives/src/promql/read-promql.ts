import { parser } from '@prometheus-io/lezer-promql';
import type { PromqlFault, ValueType } from './fault.ts';
import type { Node, Reading } from './node.ts';
import { typeOf } from './type-of.ts';

/** What a query gives, or the first thing that Prometheus's parser would refuse in it. */
export type PromqlRead = { readonly type: ValueType } | { readonly fault: PromqlFault };

/**
 * Reads a query as Prometheus 3.10 does without flags: its grammar, then the types of what it
 * joins. MetricsQL, which VictoriaMetrics takes, is refused where it goes beyond PromQL.
 * @param text whole, with a span wherever one belongs
 */
export function readPromql(text: string): PromqlRead {
  const { tree, fault } = parse(text);
  if (fault !== null) return { fault };
  const reading: Reading = { text, faults: [] };
  const whole = tree.topNode.getChild('Expr');
  if (whole === null) return { fault: { at: text.length, why: 'unfinished' } };
  if (depthOf(tree) > deepest) return { type: 'vector' };
  const type = typeOf(reading, whole);
  const [first] = reading.faults.toSorted((one, other) => one.at - other.at);
  return first === undefined ? { type } : { fault: first };
}

type Tree = ReturnType<typeof parser.parse>;

/** Where the grammar takes less than Prometheus, what it would take, as long as what it stands for. */
const mends: readonly (readonly [before: RegExp, after: RegExp, as: string])[] = [
  [/\d$/, /^\.(?![\w.])/, ' '],
  [/$/, /^offset\b/i, '_ffset'],
  [/\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^()]*\w$/i, /^:/, '_'],
];

function parse(text: string): { readonly tree: Tree; readonly fault: PromqlFault | null } {
  let mended = text;
  for (let tries = 0; ; tries += 1) {
    const tree = parser.parse(mended);
    const fault = syntaxFault(tree.topNode, mended) ?? strangeSpace(mended, tree);
    const next = fault === null || tries === 20 ? null : mend(mended, fault.at);
    if (next === null) return { tree, fault };
    mended = next;
  }
}

function mend(text: string, at: number): string | null {
  const [before, after] = [justBefore(text, at), text.slice(at)];
  const found = mends.find(([left, right]) => left.test(before) && right.test(after));
  return found === undefined ? null : text.slice(0, at) + after.replace(found[1], found[2]);
}

/** As much as a name or a list of labels takes: patterns must not walk all of a long text. */
function justBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - 500), at);
}

/** Where the grammar finds no way on. */
function syntaxFault(top: Node, text: string): PromqlFault | null {
  const cursor = top.cursor();
  do {
    if (!cursor.type.isError) continue;
    const at = cursor.from;
    const before = /([a-zA-Z_][\w]*)\s*$/.exec(justBefore(text, at));
    const name = before?.[1];
    if (name !== undefined && /^\s*\(/.test(text.slice(at))) {
      return { at: at - (before?.[0] ?? '').length, why: 'unknown-function', name };
    }
    return { at, why: text.slice(at).trim() === '' ? 'unfinished' : 'syntax' };
  } while (cursor.next());
  return null;
}

/** The grammar skips any white space of Unicode, Prometheus only that of ASCII. */
function strangeSpace(text: string, tree: Tree): PromqlFault | null {
  for (const { index } of text.matchAll(/[^\S \t\n\r]/g)) {
    const { name } = tree.resolveInner(index, 1);
    if (name !== 'StringLiteral' && name !== 'LineComment') return { at: index, why: 'syntax' };
  }
  return null;
}

/** Nobody writes queries as deep as this, and reading them one inside the other takes the stack. */
const deepest = 1000;

function depthOf(tree: Tree): number {
  let depth = 0;
  let most = 0;
  tree.iterate({
    enter: () => {
      depth += 1;
      most = Math.max(most, depth);
    },
    leave: () => {
      depth -= 1;
    },
  });
  return most;
}
