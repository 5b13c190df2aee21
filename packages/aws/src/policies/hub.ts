import type { HubPlace } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

/** What Sekisho's own identity may do, wherever it runs: take the roles that it has been given. */
export function hubPolicy({ roleArns }: HubPlace): PolicyDocument {
  const declared = ['sts:AssumeRole'] as const;
  return documentOf(declared, [allow('TakeTheseRoles', declared, { on: roleArns })]);
}
