import type { ASTNode } from '@marcbachmann/cel-js';

const comparisons = ['<', '<=', '>', '>='] as const;
type Comparison = (typeof comparisons)[number];

/** A budget that a condition names. */
export interface AskedBudget {
  readonly name: string;
  /** The share that it is compared with, where that is written out; null where it is not. */
  readonly share: number | null;
}

export interface AskedBudgets {
  readonly asked: readonly AskedBudget[];
  /** A name that is worked out when the condition runs: nobody can check that there is such an SLO. */
  readonly computed: boolean;
}

/** Which budgets a condition asks for, and what of each. */
export function budgetsAskedIn(tree: ASTNode): AskedBudgets {
  const shares = new Map<string, number | null>();
  let computed = false;
  for (const node of nodesOf(tree)) {
    const name = nameIn(node);
    if (name === 'computed') computed = true;
    else if (name !== null && !shares.has(name.budget)) shares.set(name.budget, null);
    const compared = comparisonIn(node);
    // The first comparison is the one that is told of.
    if (compared !== null) shares.set(compared.name, shares.get(compared.name) ?? compared.share);
  }
  const asked = [...shares].map(([name, share]) => ({ name, share }));
  return { asked, computed };
}

function nameIn(node: ASTNode): { readonly budget: string } | 'computed' | null {
  if (node.op !== 'call' || !['budget', 'budgetKnown'].includes(node.args[0])) return null;
  const [name] = node.args[1];
  return name?.op === 'value' && typeof name.args === 'string' ? { budget: name.args } : 'computed';
}

function comparisonIn(node: ASTNode): { name: string; share: number } | null {
  if (!comparisons.includes(node.op as Comparison)) return null;
  const [left, right] = node.args as readonly [ASTNode, ASTNode];
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const name = nameIn(one);
    const share = numberIn(other);
    if (name !== null && name !== 'computed' && share !== null) return { name: name.budget, share };
  }
  return null;
}

function numberIn(node: ASTNode): number | null {
  if (node.op === '-_') {
    const inner = numberIn(node.args);
    return inner === null ? null : -inner;
  }
  if (node.op !== 'value') return null;
  return typeof node.args === 'number' || typeof node.args === 'bigint' ? Number(node.args) : null;
}

/** Outer nodes before inner ones; the parser has bounded how many there are and how deep. */
function* nodesOf(part: unknown): Generator<ASTNode> {
  if (Array.isArray(part)) {
    for (const inner of part) yield* nodesOf(inner);
  } else if (typeof part === 'object' && part !== null && 'op' in part && 'args' in part) {
    yield part as ASTNode;
    yield* nodesOf(part.args);
  }
}
