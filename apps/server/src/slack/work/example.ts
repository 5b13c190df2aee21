import type { VerbName } from '@sekisho/contract';
import { verbWords } from '@sekisho/words';
import { type Kind, kindsMeant } from '../commands/kinds.ts';
import { prefixOf, verbFor } from './by-kind.ts';

type Input = Readonly<Record<string, unknown>>;

interface Behind {
  readonly field: string;
  readonly sample: string;
}

/** What is said behind the lease. */
const behind: Partial<Readonly<Record<VerbName, Behind>>> = {
  'membership.check': { field: 'item', sample: 'ITEM' },
  'ops.forward': { field: 'to', sample: 'NAME' },
  'ops.handover': { field: 'to', sample: '@NAME' },
};

/**
 * The command that does this to a lease which it names: `/ops join check mem-… ITEM`.
 * @param wanted the kind of lease; another where the verb is never about that one
 * @param input what was said, to be said again
 */
export function exampleOf(verb: VerbName, wanted: Kind, input: Input = {}): string {
  const [kind = wanted] = [...kindsMeant(verb, wanted), ...kindsMeant(verb, null)];
  const id = `${prefixOf[kind]}-…`;
  const meant = verbFor(verb, { id });
  const more = behind[meant];
  const rest = more === undefined ? [] : [String(input[more.field] || more.sample)];
  return ['/ops', ...groupOf(meant), verbWords[meant].command.en, id, ...rest].join(' ');
}

function groupOf(verb: VerbName): string[] {
  if (verb.startsWith('access.')) return ['access'];
  return verb.startsWith('membership.') ? ['join'] : [];
}
