import type { GraphqlRules } from './rules.ts';
import type { Tally } from './tally.ts';

/** Where operations are counted that no registry knows. */
export const otherOperations = 'other';
/** Where requests are counted that name no operation. */
export const unnamedOperations = 'unnamed';

/**
 * The label under which an operation is counted. Clients choose operation names, so only those
 * of the registry are labels: their number is bounded, and the label does not depend on which
 * names came first, so that the same responses in any order give the same minutes.
 */
export function operationLabel(operation: string | undefined, rules: GraphqlRules): string {
  if (operation === undefined || operation === '') return unnamedOperations;
  return rules.operations.has(operation) ? operation : otherOperations;
}

/**
 * Keeps the busiest operations and folds the rest into `other`, for where few fit (a chart, a
 * label of metrics). Ties go to the name that sorts first.
 * @param most how many operations keep their name, `other` not among them
 */
export function busiestOperations(
  tallies: ReadonlyMap<string, Tally>,
  most: number,
): ReadonlyMap<string, Tally> {
  const named = [...tallies].filter(([name]) => name !== otherOperations);
  const sorted = named.toSorted(([a, x], [b, y]) => totalOf(y) - totalOf(x) || (a < b ? -1 : 1));
  const rest = [
    ...sorted.slice(most),
    ...[...tallies].filter(([name]) => name === otherOperations),
  ];
  const kept = new Map(sorted.slice(0, most));
  if (rest.length > 0) kept.set(otherOperations, rest.map(([, tally]) => tally).reduce(sum));
  return kept;
}

function totalOf({ good, bad, excluded, partial }: Tally): number {
  return good + bad + excluded + partial;
}

function sum(a: Tally, b: Tally): Tally {
  return {
    good: a.good + b.good,
    bad: a.bad + b.bad,
    excluded: a.excluded + b.excluded,
    partial: a.partial + b.partial,
    client: a.client + b.client,
  };
}
