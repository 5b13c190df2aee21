import type { Captures, Dialect } from './dialect.ts';

/** What becomes of the rows: more columns out of a column's text, more columns out of others, or fewer rows. */
export type Step =
  | { readonly captures: Captures }
  | { readonly columns: readonly (readonly [name: string, sql: string])[] }
  | { readonly where: string };

/**
 * The steps as parts of a `WITH`: each reads the one before.
 * @param first what the first reads
 * @param name of each, with its number behind
 */
export function stepsSql(
  steps: readonly Step[],
  dialect: Dialect,
  first: string,
  name: string,
): readonly string[] {
  return steps.map((step, index) => {
    const from = index === 0 ? first : `${name}_${index}`;
    return `${name}_${index + 1} AS (\n  ${stepSql(step, dialect, from, index + 1)}\n)`;
  });
}

function stepSql(step: Step, dialect: Dialect, from: string, number: number): string {
  if ('captures' in step) return dialect.selectCaptures(step.captures, from, number);
  if ('where' in step) return `SELECT * FROM ${from} WHERE ${step.where}`;
  const columns = step.columns.map(([name, sql]) => `${sql} AS ${name}`);
  return `SELECT *,\n    ${columns.join(',\n    ')}\n  FROM ${from}`;
}
