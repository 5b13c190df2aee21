/** One condition of a statement: it holds when any of the values fits. */
export interface Condition {
  /** Without qualifier and `IfExists`: `StringLike`. */
  readonly operator: string;
  readonly qualifier: 'ForAllValues' | 'ForAnyValue' | null;
  readonly ifExists: boolean;
  readonly key: string;
  readonly values: readonly string[];
}

/** The conditions of a statement's `Condition`; all of them must hold. */
export function readConditions(block: unknown): readonly Condition[] {
  return Object.entries(recordOf(block) ?? {}).flatMap(([operation, keys]) => {
    const [first = '', second] = operation.split(':');
    const qualifier: Condition['qualifier'] =
      first === 'ForAllValues' || first === 'ForAnyValue' ? first : null;
    const written = qualifier === null ? first : (second ?? '');
    const operator = written.replace(/IfExists$/, '');
    const shared = { operator, qualifier, ifExists: operator !== written };
    return Object.entries(recordOf(keys) ?? {}).map(([key, values]) => ({
      ...shared,
      key,
      values: stringsOf(values),
    }));
  });
}

/** A JSON object, or null for anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}

/** The texts of a value that may be one or a list; policies write truths and numbers as texts too. */
export function stringsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => {
    if (typeof one === 'string') return [one];
    return typeof one === 'boolean' || typeof one === 'number' ? [String(one)] : [];
  });
}

/** What is written alone where a list may stand. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
