import type { Condition, Sli } from './declaration.ts';
import { latencyText, spanText } from './read-scalars.ts';

/** An SLI as plain data that `readSli` reads back as the same SLI, and that people can read as YAML. */
export function writeSli({ filter, excludedWhen, goodWhen, routes }: Sli): Record<string, unknown> {
  return {
    ...(filter && { filter: writeCondition(filter) }),
    ...(excludedWhen && { excludedWhen: writeCondition(excludedWhen) }),
    goodWhen: writeCondition(goodWhen),
    ...(routes && {
      routes: routes.map(({ name, when }) => ({ name, when: writeCondition(when) })),
    }),
  };
}

function writeCondition(condition: Condition): Record<string, unknown> {
  if ('all' in condition) return { all: condition.all.map(writeCondition) };
  if ('any' in condition) return { any: condition.any.map(writeCondition) };
  if ('not' in condition) return { not: writeCondition(condition.not) };
  if ('status' in condition) return { status: oneOrMore(condition.status.map(spanText)) };
  if ('slowerThan' in condition) return { slowerThan: latencyText(condition.slowerThan) };
  return { [condition.field]: oneOrMore(condition.matches) };
}

function oneOrMore(items: readonly unknown[]): unknown {
  return items.length === 1 ? items[0] : items;
}
