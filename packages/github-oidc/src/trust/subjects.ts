import type { Asked } from './asked.ts';
import { chosen, fitting, type Place, part, written } from './places.ts';

/** The places of a text, or of a part of it. */
export type Places = readonly Place[];

/** Letters of an owner's name; those of members that an enterprise manages have a low line. */
const ownerLetters = /[\w-]/;
const nameLetters = /[\w.-]/;
// What git allows in the name of a branch or tag, as far as it matters here.
const refLetters = /[^\s:~^?*[\\]/;
// A colon in an environment's name stands as %3A.
const environmentLetters = /[^:]/;

const digits = /\d/;

/** Whatever name an owner may have. */
export const anyOwner: Places = chosen(ownerLetters, part.owner);
/** Whatever name a repository may have. */
export const anyName: Places = chosen(nameLetters, part.name);

/** Subjects by names alone. */
export function namedPlaces(owner: Places, name: Places, context: Places): Places {
  return [...written('repo:'), ...owner, ...written('/'), ...name, ...written(':'), ...context];
}

/** Subjects with ids, whatever these are. @param id the repository's, where it is known */
export function immutablePlaces(
  owner: Places,
  name: Places,
  context: Places,
  id: Places = chosen(digits, part.id),
): Places {
  const withId = (places: Places, of: Places) => [...places, ...written('@'), ...of];
  return namedPlaces(withId(owner, chosen(digits, part.ownerId)), withId(name, id), context);
}

/** Ids that patterns fit; any where there is none. */
export function idsFitting(patterns: readonly string[]): readonly Places[] {
  return patterns.length === 0
    ? [chosen(digits, part.id)]
    : patterns.map((one) => fitting(one, digits, part.id));
}

/** An owner and a name that patterns fit. */
export function repositoryFitting(owner: string, name: string): readonly [Places, Places] {
  return [fitting(owner, ownerLetters), fitting(name, nameLetters)];
}

// GitHub's own have no colon behind `environment:` and `ref:`.
const ownContext = /^repo:[^:]*:(?!(?:environment|ref):[^:]*$)(.*:.*)$/s;
const namesEnvironment = /(?:^|:)environment:/;
const pinsJobs = /(?:^|:)(?:environment|ref):[^:*?]+(?::|$)/;

/** What may follow the repository in a subject. */
export interface Contexts {
  readonly pulls: readonly Places[];
  readonly refs: readonly Places[];
  readonly environments: readonly Places[];
  /** Others that the policy names, and whose environment or ref it names: of subjects that an organization puts together itself, as anybody may for theirs. */
  readonly own: readonly Places[];
}

/** All contexts, and those of the refs and environments that a policy asks for elsewhere: such names are anybody's to give. */
export function contextsOf(asked: Asked): Contexts {
  // Some events of pull requests come with the ref of its merge.
  const refs = ['refs/heads/?*', 'refs/tags/?*', 'refs/pull/?*', ...asked.wanted('ref')];
  const environments = ['?*', ...asked.wanted('environment')];
  const own = ownContexts(asked);
  return {
    own: own.pinned,
    pulls: [written('pull_request')],
    refs: [
      ...refs.map((ref) => [...written('ref:'), ...fitting(ref, refLetters, part.context)]),
      ...own.refs,
    ],
    environments: [
      ...environments.map((environment) => [
        ...written('environment:'),
        ...fitting(environment.replaceAll(':', '%3A'), environmentLetters, part.context),
      ]),
      ...own.environments,
    ],
  };
}

/** Contexts of an organization's own, by what may be left open in them: nothing where environment or ref is written out. */
function ownContexts(asked: Asked) {
  const all = asked.wanted('sub').flatMap((subject) => ownContext.exec(subject)?.[1] ?? []);
  const isPinned = asked.pins('ref') || asked.pins('environment');
  const kindOf = (context: string) => {
    if (isPinned || pinsJobs.test(context)) return 'pinned';
    return namesEnvironment.test(context) ? 'environments' : 'refs';
  };
  const of = (kind: ReturnType<typeof kindOf>): readonly Places[] =>
    [...new Set(all)]
      .filter((context) => kindOf(context) === kind)
      .map((context) => fitting(context, /./s, part.context));
  return { pinned: of('pinned'), refs: of('refs'), environments: of('environments') };
}
