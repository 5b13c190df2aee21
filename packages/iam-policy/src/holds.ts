import type { Condition } from './condition.ts';
import { isArnLike, isLike, type Pattern, textOf } from './like.ts';
import { type ContextValue, fill, type ReadKey } from './variables.ts';

/** Whether a value of the request fits one of the policy. */
type Fits = (wanted: Pattern, value: string) => boolean;

const byName: Readonly<Record<string, Fits>> = {
  StringEquals: (wanted, value) => textOf(wanted) === value,
  StringEqualsIgnoreCase: equalsInAnyCase,
  StringLike: (wanted, value) => isLike(value, wanted),
  ArnEquals: (wanted, value) => isArnLike(value, wanted),
  ArnLike: (wanted, value) => isArnLike(value, wanted),
  Bool: equalsInAnyCase,
  ...comparisons('Date', timeOf),
  ...comparisons('Numeric', Number),
};

const negations: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  DateNotEquals: 'DateEquals',
  NumericNotEquals: 'NumericEquals',
};

/** Whether conditions may use an operator. */
export function isOperator(name: string): boolean {
  return name === 'Null' || Object.hasOwn(byName, name) || Object.hasOwn(negations, name);
}

/** The operator that a text names in whatever case; null when there is none. */
export function operatorNamed(text: string): string | null {
  const names = ['Null', ...Object.keys(byName), ...Object.keys(negations)];
  return names.find((name) => name.toLowerCase() === text.toLowerCase()) ?? null;
}

/**
 * Whether a condition holds for what a request says of its key. An operator that means nothing here
 * holds for no value.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * and "Multivalued context keys" beside it.
 *
 * @param value undefined when the request says nothing of the key
 * @param read what the request says of other keys: values of the condition may name them as variables
 */
export function holds(
  condition: Condition,
  value: ContextValue | undefined,
  read: ReadKey = () => undefined,
): boolean {
  const { operator, qualifier, ifExists, values } = condition;
  if (operator === 'Null') {
    return values.some((wanted) => wanted.toLowerCase() === String(value === undefined));
  }
  const given = typeof value === 'string' ? [value] : (value ?? []);
  const positive = negations[operator];
  if (value === undefined || given.length === 0) {
    return qualifier !== 'ForAnyValue' && (ifExists || qualifier === 'ForAllValues' || !!positive);
  }
  const fits = byName[positive ?? operator] ?? (() => false);
  const patterns = values.flatMap((wanted) => {
    const filled = fill(wanted, read);
    return filled === null ? [] : [filled];
  });
  const matches = (one: string) =>
    patterns.some((wanted) => fits(wanted, one)) !== (positive !== undefined);
  if (qualifier === 'ForAllValues') return given.every(matches);
  if (qualifier === 'ForAnyValue' || positive === undefined) return given.some(matches);
  return given.every(matches);
}

function equalsInAnyCase(wanted: Pattern, value: string): boolean {
  return textOf(wanted).toLowerCase() === value.toLowerCase();
}

function comparisons(kind: string, read: (text: string) => number): Record<string, Fits> {
  const compared = (fits: (difference: number) => boolean): Fits => {
    return (wanted, value) => fits(read(value) - read(textOf(wanted)));
  };
  return {
    [`${kind}Equals`]: compared((difference) => difference === 0),
    [`${kind}LessThan`]: compared((difference) => difference < 0),
    [`${kind}LessThanEquals`]: compared((difference) => difference <= 0),
    [`${kind}GreaterThan`]: compared((difference) => difference > 0),
    [`${kind}GreaterThanEquals`]: compared((difference) => difference >= 0),
  };
}

/** ISO 8601, or whole seconds since 1970, in milliseconds; what is neither fits nothing. */
export function timeOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}
