import { listOf, readConditions, recordOf, stringsOf } from './condition.ts';
import { type Pattern, patternOf } from './like.ts';

/** What a request says of a key: one text, or several for keys that have many, such as `aws:TagKeys`. */
export type ContextValue = string | readonly string[];

/** What a request says of a key, whatever its case; undefined when it says nothing. */
export type ReadKey = (key: string) => ContextValue | undefined;

/** `${key}`, `${key, 'default'}` or one of the characters that a policy cannot write plainly: `${*}`. */
const variable = /\$\{([^{}]*)\}/g;
const named = /^\s*([^\s,']+)\s*(?:,\s*'([^']*)'\s*)?$/;

/**
 * What a text of a policy means for a request: its variables are filled in, and only wildcards that it
 * writes itself are wildcards. Null when a variable has no value, which is like nothing and equals nothing.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function fill(text: string, read: ReadKey): Pattern | null {
  const pattern: string[] = [];
  let done = 0;
  for (const found of text.matchAll(variable)) {
    const value = valueOf(found[1] ?? '', read);
    if (value === null) return null;
    pattern.push(...patternOf(text.slice(done, found.index)), ...value.split(''));
    done = found.index + found[0].length;
  }
  return [...pattern, ...patternOf(text.slice(done))];
}

function valueOf(inside: string, read: ReadKey): string | null {
  if (isPlain(inside)) return inside;
  const [, key = '', usual] = named.exec(inside) ?? [];
  // Keys of many values cannot be variables.
  const value = read(key);
  return typeof value === 'string' ? value : (usual ?? null);
}

function isPlain(inside: string): boolean {
  return inside === '*' || inside === '?' || inside === '$';
}

const places =
  'Variables are judged in the last part of resources, and in conditions on texts and ARNs.';

/** What is wrong with the variables of a policy's statement, or null. */
export function variableProblem(written: Readonly<Record<string, unknown>>): string | null {
  const { Resource, NotResource, Condition, ...others } = written;
  if (hasVariable(JSON.stringify(others))) return places;
  const resources = [Resource, NotResource].flatMap(listOf).flatMap(stringsOf);
  for (const resource of resources) {
    const [head = '', ...rest] = resource.split('${');
    if (rest.length > 0 && head.split(':').length < 6) return places;
  }
  if (Object.values(recordOf(Condition) ?? {}).some(hasKeyWithVariable)) return places;
  const conditions = readConditions(Condition);
  const elsewhere = conditions.some(
    ({ operator, values }) => !/^(?:String|Arn)/.test(operator) && values.some(hasVariable),
  );
  if (elsewhere) return places;
  const texts = [...resources, ...conditions.flatMap(({ values }) => values)];
  const broken = texts.find((text) => hasVariable(text.replaceAll(variable, whatIsSound)));
  return broken === undefined ? null : `The variable in ${broken} is not one.`;
}

/** Whether a text has the beginning of a variable. */
export function hasVariable(text: string): boolean {
  return text.includes('${');
}

function hasKeyWithVariable(keys: unknown): boolean {
  return Object.keys(recordOf(keys) ?? {}).some(hasVariable);
}

function whatIsSound(whole: string, inside: string): string {
  return isPlain(inside) || named.test(inside) ? '' : whole;
}
