import type { PolicyRequest } from '@sekisho/iam-policy';
import type { PolicyDocument, Statement } from '../../src/policies/index.ts';

/** An action, on what, and what else the call says. */
export type Asked = readonly [action: string, resource: string, context?: PolicyRequest['context']];

/** Calls that a policy allows: one for each of its actions and resources, saying what its conditions want to hear. */
export function asksOf({ Statement }: PolicyDocument): Asked[] {
  return Statement.filter(({ Effect }) => Effect === 'Allow').flatMap((statement) =>
    statement.Action.flatMap((action) =>
      statement.Resource.map((on): Asked => [action, filled(on), wantedBy(statement)]),
    ),
  );
}

const person = 'hanako';

function wantedBy({ Condition = {} }: Statement): PolicyRequest['context'] {
  const said = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, value]) => {
      if (operator === 'Null') return value === 'false' ? [[key, 'said'] as const] : [];
      const values = [value].flat().map(filled);
      return [[key, operator.startsWith('For') ? values : (values[0] ?? '')] as const];
    }),
  );
  // What several operators ask of one key was said first by those that name its values.
  return {
    'aws:PrincipalTag/sekisho:holder': person,
    ...Object.fromEntries(
      said.toSorted(([, a], [, b]) => Number(b === 'said') - Number(a === 'said')),
    ),
  };
}

function filled(text: string): string {
  return text
    .replace('${aws:PrincipalTag/sekisho:holder}', person)
    .replaceAll(/\$\{[^}]*\}/g, 'itself')
    .replaceAll('*', 'some');
}
