import type { VerbName } from '@sekisho/contract';
import type { Kind } from '../commands/kinds.ts';

type Input = Readonly<Record<string, unknown>>;

/** What an id begins with. */
export const prefixOf: Readonly<Record<Kind, string>> = {
  'ops-server': 'ops',
  'permission-set': 'acc',
  'ci-role': 'ci',
  membership: 'mem',
};

/** Verbs that every kind has under a name of its own. */
const named: Readonly<Record<string, Partial<Record<VerbName, VerbName>>>> = {
  acc: { 'ops.extend': 'access.extend', 'ops.stop': 'access.return' },
  ci: { 'ops.extend': 'ci.extend', 'ops.stop': 'ci.stop' },
  mem: { 'ops.extend': 'membership.extend', 'ops.stop': 'membership.return' },
};

/** What one extends by who does not say by how much. */
const usual: Partial<Readonly<Record<VerbName, string>>> = {
  'ops.extend': '30m',
  'access.extend': '30m',
  'ci.extend': '30m',
  'membership.extend': '30d',
};

/** `extend` and `return` as the kind of this lease calls them; its id begins with the kind. */
export function verbFor(verb: VerbName, { id }: Input): VerbName {
  const kind = typeof id === 'string' ? (id.split('-')[0] ?? '') : '';
  return named[kind]?.[verb] ?? verb;
}

/** The input as that verb takes it: a span that was not said is the usual one of its kind. */
export function inputFor(verb: VerbName, { by, ...input }: Input): Input {
  const span = by ?? usual[verb];
  if (verb === 'membership.extend') return { ...input, for: input['for'] ?? span };
  return span === undefined ? input : { ...input, by: span };
}
