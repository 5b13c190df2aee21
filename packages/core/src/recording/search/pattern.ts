import { RE2JS } from 're2js';
import { AppError } from '../../platform/app-error.ts';

/** Steps of a compiled one, each of which a character may cost: `.{0,999}` alone makes thousands. */
const mostSteps = 2000;
/** Longer ones could be made to take long although they take no time out of proportion. */
const longestExpression = 200;

export interface Asked {
  readonly pattern: string;
  readonly regex?: boolean | undefined;
  readonly ignoreCase?: boolean | undefined;
}

/**
 * Whether a command fits, in time proportional to its length whatever the pattern: RE2's way, which
 * has neither look-around nor back-references. Errors: `bad-pattern`.
 */
export function matcherOf({ pattern, regex, ignoreCase }: Asked): (text: string) => boolean {
  if (regex !== true) {
    const fold = (text: string) => (ignoreCase === true ? text.toLowerCase() : text);
    const wanted = fold(pattern);
    return (text) => fold(text).includes(wanted);
  }
  if (pattern.length > longestExpression) {
    throw new AppError('bad-pattern', {
      value: `${pattern.slice(0, 40)}…`,
      problem: `more than ${longestExpression} characters`,
    });
  }
  const compiled = compile(pattern, ignoreCase === true);
  if (compiled.programSize() > mostSteps)
    throw new AppError('bad-pattern', { value: pattern, problem: 'too many repetitions' });
  return (text) => compiled.test(text);
}

function compile(pattern: string, ignoreCase: boolean): RE2JS {
  try {
    return RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 200) : 'unreadable';
    throw new AppError('bad-pattern', { value: pattern, problem }, error);
  }
}
