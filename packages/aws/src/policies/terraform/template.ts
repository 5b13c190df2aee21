import type { PolicyDocument } from '../statement.ts';
import { each, listIn } from './each.ts';

/**
 * A policy as Terraform's `templatefile` reads it: JSON in which what AWS itself replaces
 * (`${aws:…}`, `${ec2:…}`) is escaped, and an array with members of lists is an expression that lists them.
 * Source: Terraform language, "String templates" and `jsonencode`.
 */
export function policyTemplate(document: PolicyDocument): string {
  return `${write(document, '')}\n`;
}

function write(value: unknown, indent: string): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.some((one) => typeof one === 'string' && listIn(one) !== null)) return listed(value);
    const members = value.map((one) => `${deeper}${write(one, deeper)}`);
    return `[\n${members.join(',\n')}\n${indent}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([key, one]) => `${deeper}${literal(key)}: ${write(one, deeper)}`,
    );
    return `{\n${members.join(',\n')}\n${indent}}`;
  }
  return literal(value);
}

/** `distinct`, because a list may name what is named already, and an array of IAM is a set. */
function listed(values: readonly unknown[]): string {
  return `\${jsonencode(distinct(flatten([${values.map(member).join(', ')}])))}`;
}

function member(value: unknown): string {
  const list = typeof value === 'string' ? listIn(value) : null;
  if (list === null) return literal(value);
  const one = literal(String(value).replace(each(list), '${one}'));
  return `[for one in ${list} : ${one}]`;
}

/** What stands in quotes is the same in JSON and in Terraform, but for what AWS replaces. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll(/\$\{(?=[\w-]+:)/g, '$$$${');
}
