import { slosNamed } from '../budgets/named-slos.ts';
import { compileCondition } from '../condition.ts';
import type { Parts } from '../parts.ts';
import type { Report } from '../problems/problem.ts';
import type { SloConfig } from '../slo-config.ts';

/** Conditions ask for budgets that there are, and name each so that it can be only one thing. */
export function checkBudgets(
  { policies }: Parts,
  slos: readonly SloConfig[],
  report: Report,
): void {
  for (const { path, value } of policies) {
    if (value.when === undefined) continue;
    for (const { name } of compileCondition(value.when).budgets) {
      const named = slosNamed(slos, name);
      const at = [...path, 'when'];
      if (named === 'ambiguous') report('ambiguous-budget', at, { value: name });
      else if (named.length === 0) report('unknown-budget', at, { value: name, known: all(slos) });
    }
  }
}

function all(slos: readonly SloConfig[]): readonly string[] {
  return [...new Set([...slos.map(({ id }) => id), ...slos.map(({ service }) => service)])];
}
