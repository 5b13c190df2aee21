import { isObject, type JsonObject, own, written } from './record.ts';
import type { DataErrorRule, GraphqlRules } from './rules.ts';

/** An error that a schema returned as data. */
export interface DataError {
  readonly class: DataErrorRule['class'];
  readonly path: readonly string[];
}

/**
 * Finds the errors that rules say are returned as data (`userErrors`, unions with `…Error`),
 * looking only along their paths, so the work is bounded by what stands there.
 */
export function dataErrors(
  results: readonly JsonObject[],
  operation: string | undefined,
  { errorsAsData }: GraphqlRules,
): readonly DataError[] {
  return errorsAsData
    .filter((rule) => rule.operation === undefined || rule.operation === operation)
    .filter((rule) => results.some((data) => holds(data, rule)))
    .map((rule) => ({ class: rule.class, path: rule.path.filter((part) => part !== '*') }));
}

function holds(data: JsonObject, rule: DataErrorRule): boolean {
  let values: readonly unknown[] = [data];
  for (const part of rule.path) {
    values = values.flatMap((value) => inside(value)).flatMap((value) => step(value, part));
  }
  return values.flatMap((value) => inside(value)).some((value) => isError(value, rule.typename));
}

/** Lists in lists: more than any schema has, and few enough to recurse. */
const deepestList = 20;

/** The members of a list, and of lists in it, also of those that only its text would show; anything else is itself. */
function inside(value: unknown, deepest = deepestList): readonly unknown[] {
  const plain = written(value);
  if (!Array.isArray(plain) || deepest < 0) return [plain];
  return (plain as readonly unknown[]).flatMap((member) => inside(member, deepest - 1));
}

function step(value: unknown, part: string): readonly unknown[] {
  if (part === '*') return isObject(value) ? Object.values(value) : [];
  const next = own(value, part);
  return next === undefined ? [] : [next];
}

function isError(value: unknown, typename: string | undefined): boolean {
  if (typename === undefined) {
    return value !== null && value !== false && value !== '' && value !== undefined;
  }
  const name = own(value, '__typename');
  if (typeof name !== 'string') return false;
  const [before = '', after] = typename.split('*', 2);
  if (after === undefined) return name === before;
  return (
    name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after)
  );
}
