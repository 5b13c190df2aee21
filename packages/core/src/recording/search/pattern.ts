import { RE2JS } from 're2js';
import { AppError } from '../../platform/app-error.ts';

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
  return (text) => compiled.matcher(text).find();
}

function compile(pattern: string, ignoreCase: boolean): RE2JS {
  try {
    return RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 200) : 'unreadable';
    throw new AppError('bad-pattern', { value: pattern, problem }, error);
  }
}
