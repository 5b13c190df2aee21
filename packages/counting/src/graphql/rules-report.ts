/** Keys and indexes from the root of the rules. */
export type RulesPath = readonly (string | number)[];

interface Bound {
  readonly at: number;
  readonly inclusive: boolean;
}

/** What may be wrong with rules, and the facts of it. */
export interface RulesFacts {
  readonly 'not-a-map': { value: string };
  readonly missing: { key: string };
  readonly 'unknown-key': { key: string; known: readonly string[] };
  readonly 'wrong-type': {
    expected: 'text' | 'number' | 'boolean' | 'map' | 'list' | 'whole-number';
    value: string;
  };
  readonly 'not-one-of': { value: string; options: readonly string[] };
  readonly 'out-of-range': { value: string; minimum: Bound | null; maximum: Bound | null };
  readonly 'wrong-count': { count: number; minimum: number; maximum: number | null };
}

/**
 * Gets each problem with its place. The names and facts are those of problems with files of
 * definitions in `objectives`, whose sentences say the fix in every language.
 */
export type RulesReport = (...problem: RulesProblem) => void;

type RulesProblem = {
  [Name in keyof RulesFacts]: [
    code: Name,
    path: RulesPath,
    facts: RulesFacts[Name],
    at?: 'key' | 'value',
  ];
}[keyof RulesFacts];

/** Shows a value in a problem: as JSON, shortened. */
export function shownValue(value: unknown): string {
  const text =
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'bigint' ? String(inner) : inner,
    ) ?? '';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
