import type { VerbName } from '@sekisho/contract';

/** Verbs that every kind has under a name of its own. */
const named: Readonly<Record<string, Partial<Record<VerbName, VerbName>>>> = {
  acc: { 'ops.extend': 'access.extend', 'ops.stop': 'access.return' },
  ci: { 'ops.extend': 'ci.extend', 'ops.stop': 'ci.stop' },
};

/** `extend` and `return` as the kind of this lease calls them; its id begins with the kind. */
export function verbFor(verb: VerbName, { id }: Readonly<Record<string, unknown>>): VerbName {
  const kind = typeof id === 'string' ? (id.split('-')[0] ?? '') : '';
  return named[kind]?.[verb] ?? verb;
}
