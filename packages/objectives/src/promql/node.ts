import type { parser } from '@prometheus-io/lezer-promql';
import type { PromqlFault, PromqlWhy } from './fault.ts';

/** A node of the tree that the grammar makes. */
export type Node = ReturnType<typeof parser.parse>['topNode'];

/** The query that is read, and what was found wrong with it. */
export interface Reading {
  readonly text: string;
  readonly faults: PromqlFault[];
}

/** The text that a node stands for. */
export function textOf({ text }: Reading, { from, to }: { from: number; to: number }): string {
  return text.slice(from, to);
}

/** Notes what is wrong at a node. */
export function blame({ faults }: Reading, { from }: { from: number }, why: PromqlWhy): void {
  faults.push({ at: from, ...why });
}

/** The nodes directly below, without comments. */
export function partsOf(node: Node): readonly Node[] {
  const parts: Node[] = [];
  for (let one = node.firstChild; one !== null; one = one.nextSibling)
    if (one.name !== 'LineComment') parts.push(one);
  return parts;
}
