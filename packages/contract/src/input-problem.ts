import type { z } from 'zod';
import type { ErrorFacts, InputProblem } from './errors.ts';

type Issue = z.core.$ZodIssue;
type BadInput = ErrorFacts['bad-input'];
type Judged = Pick<BadInput, 'problem' | 'needed'>;

const longestShown = 200;

/**
 * What a schema found wrong in an input, as facts that every language has a sentence for.
 * @param issue one of the issues of a failed parse; none says no more than that it is wrong
 * @param raw what was parsed
 * @param known names of the fields that there are
 */
export function badInput(
  issue: Issue | undefined,
  raw: unknown,
  known: readonly string[] = [],
): BadInput {
  if (issue?.code === 'unrecognized_keys') {
    const field = [...issue.path, issue.keys[0] ?? ''].join('.').slice(0, longestShown);
    return { field, value: '', problem: 'unknown-field', needed: known.join(', ') };
  }
  const value = valueAt(raw, issue?.path ?? []);
  return {
    field: issue?.path.join('.') ?? '',
    value: shown(value),
    ...(issue === undefined ? wrong('not-good') : judge(issue, value)),
  };
}

function judge(issue: Issue, value: unknown): Judged {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? wrong('missing') : wrong('wrong-type', issue.expected);
    case 'too_small':
      return bound(issue.origin, issue.minimum, value, ['empty', 'too-few', 'too-small']);
    case 'too_big':
      return bound(issue.origin, issue.maximum, value, ['too-long', 'too-many', 'too-big']);
    case 'invalid_value':
      return wrong('not-one-of', issue.values.map(String).join(', '));
    case 'invalid_format':
      return wrong(value === '' ? 'empty' : 'wrong-form');
    default:
      return wrong('not-good');
  }
}

function bound(
  origin: string,
  limit: number | bigint,
  value: unknown,
  [ofText, ofList, ofNumber]: readonly [InputProblem, InputProblem, InputProblem],
): Judged {
  if (origin === 'string') {
    const short = ofText === 'empty' && String(value).trim() !== '';
    return wrong(short ? 'too-short' : ofText, limit);
  }
  if (origin === 'array' || Array.isArray(value)) return wrong(ofList, limit);
  return wrong(ofNumber, limit);
}

function wrong(problem: InputProblem, needed: string | number | bigint = ''): Judged {
  return { problem, needed: String(needed) };
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    raw,
  );
}

function shown(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : String(JSON.stringify(value));
  return text.slice(0, longestShown).toWellFormed();
}
