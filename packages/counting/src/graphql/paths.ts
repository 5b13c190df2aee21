import { own } from './record.ts';
import type { GraphqlRules } from './rules.ts';

/** The response path of an error, list indices left out; null when it names no place. */
export function pathOf(error: unknown): readonly string[] | null {
  const path = own(error, 'path');
  if (!Array.isArray(path)) return null;
  return path.filter((part): part is string => typeof part === 'string');
}

/**
 * Whether an error takes away a path that its operation cannot do without: it is on that path,
 * below it (null travels up) or above it (what is below is gone too). An error that names no
 * place may be anywhere, so it does.
 */
export function isCritical(
  path: readonly string[] | null,
  operation: string | undefined,
  { criticalPaths }: GraphqlRules,
): boolean {
  const declared = [
    ...(operation === undefined ? [] : (criticalPaths.get(operation) ?? [])),
    ...(criticalPaths.get('*') ?? []),
  ];
  return declared.some((critical) => path === null || meet(path, critical));
}

/** Whether one path begins with the other; `*` stands for any one key. */
function meet(path: readonly string[], critical: readonly string[]): boolean {
  const length = Math.min(path.length, critical.length);
  return critical.slice(0, length).every((part, index) => part === '*' || part === path[index]);
}
