import { shown, valueAt } from '@sekisho/objectives/problems';
import type { z } from 'zod';
import { keysOf, rangeAt, schemaAt } from './outline.ts';
import type { Path, Report } from './problems/problem.ts';
import { configSchema } from './schema.ts';

/**
 * Reports what a schema finds wrong with the shape of a document.
 * @param schema the one that found it: sekisho.yaml's unless said
 */
export function reportIssues(
  issues: readonly z.core.$ZodIssue[],
  raw: unknown,
  report: Report,
  schema: z.ZodType = configSchema,
): void {
  for (const issue of issues) reportIssue(issue, raw, report, schema);
}

function reportIssue(
  issue: z.core.$ZodIssue,
  raw: unknown,
  report: Report,
  schema: z.ZodType,
): void {
  const path = issue.path as Path;
  const value = shown(valueAt(raw, path));
  const key = String(path.at(-1) ?? '');
  if (value === '' && issue.code !== 'unrecognized_keys') {
    return report('missing', path, { key });
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const unknown of issue.keys) {
        report(
          'unknown-key',
          [...path, unknown],
          { key: unknown, known: keysOf(schemaAt(path, schema, raw)) },
          'key',
        );
      }
      return;
    case 'invalid_type':
      return report('wrong-type', path, { expected: issue.expected, value });
    case 'invalid_value':
      return report('not-one-of', path, { value, options: issue.values.map(String) });
    case 'too_small':
    case 'too_big':
      return reportSize(issue, raw, report, schema);
    case 'invalid_key':
      return report('shape', path, { value: JSON.stringify(key), shape: keyShape(issue) }, 'key');
    case 'invalid_union': {
      const options = optionsOf(issue);
      if (options !== null) return report('not-one-of', path, { value, options });
      return report('shape', path, { value, shape: 'name' });
    }
    default:
      return report('shape', path, { value: hidden(value, issue.message), shape: issue.message });
  }
}

/** Where a variable is to be named people write the secret itself: whoever reads problems is not shown it. */
export function hidden(value: string, shape: string): string {
  return shape.endsWith('-variable') ? '"…"' : value;
}

/** What the key that tells alternatives apart may be; null for other alternatives. */
function optionsOf(issue: z.core.$ZodIssueInvalidUnion): string[] | null {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
  const words = options.filter((option) => typeof option === 'string');
  return words.length === 0 ? null : words;
}

/** What the key of a record has to look like, as its own schema says. */
function keyShape({ issues }: z.core.$ZodIssueInvalidKey): string {
  const message = issues[0]?.message ?? '';
  return /^[a-z-]+$/.test(message) ? message : 'name';
}

function reportSize(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  raw: unknown,
  report: Report,
  schema: z.ZodType,
): void {
  const path = issue.path as Path;
  const value = shown(valueAt(raw, path));
  const minimum = issue.code === 'too_small' ? Number(issue.minimum) : null;
  const maximum = issue.code === 'too_big' ? Number(issue.maximum) : null;
  if (issue.origin === 'number' || issue.origin === 'int') {
    return report('out-of-range', path, {
      value,
      ...rangeAt(schemaAt(path, schema, raw), { minimum, maximum }),
    });
  }
  if (minimum !== null) return report('too-few', path, { minimum });
  report('too-many', path, { maximum: maximum ?? 0 });
}
