import { defaultRules, type GraphqlRules, readRules } from '@sekisho/counting/graphql';

/**
 * Reads the rules that a user declared as plain data, the same as in a file for
 * `sekisho slo classify graphql --rules`.
 * Errors: throws with every problem at once, so that a server with wrong rules does not start.
 */
export function rulesOf(declared: unknown): GraphqlRules {
  if (declared === undefined) return defaultRules;
  const problems: string[] = [];
  const rules = readRules(declared, (...[code, path, facts]) => {
    problems.push(`${path.join('.') || 'rules'}: ${code} ${JSON.stringify(facts)}`);
  });
  if (problems.length === 0) return rules;
  throw new TypeError(`The GraphQL rules cannot be used:\n${problems.join('\n')}`);
}
