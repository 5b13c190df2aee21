import type { Asked } from './asked.ts';
import type { TrustCode } from './finding.ts';
import { part, written } from './places.ts';
import {
  anyName,
  anyOwner,
  contextsOf,
  immutablePlaces,
  namedPlaces,
  type Places,
} from './subjects.ts';

/** Who can run a job: anybody on GitHub, the owner's people, those of the repository. */
export type Width = 'world' | 'owner' | 'repository';

/** Tokens that no trust policy should let in, for one reason. */
export interface Intruder {
  readonly code: TrustCode;
  readonly width: Width;
  readonly subjects: readonly Subject[];
}

/** Subjects of one form, and the parts of them that the policy must leave open for them to be an intruder's. */
export interface Subject {
  readonly places: Places;
  readonly open: number;
}

/** Those who must not come in by what a policy asks, the widest first. */
export function intruders(asked: Asked): readonly Intruder[] {
  const { pulls, refs, environments, own } = contextsOf(asked);
  const any = [...pulls, ...refs, ...environments, ...own];
  // Whatever environment they name, jobs of a named ref run what was let into it.
  const unguarded = asked.pins('ref') ? [] : environments;
  const stranger = written('stranger', part.owner);
  const world = { named: part.owner, immutable: part.owner | part.ownerId | part.id };
  const owner = { named: part.name, immutable: part.name | part.id };
  const context = { named: part.context, immutable: part.context };
  return [
    { code: 'any-repository', width: 'world', subjects: subjectsOf(stranger, any, world) },
    { code: 'lookalike-owner', width: 'world', subjects: subjectsOf(anyOwner, any, world) },
    { code: 'any-repository-of-owner', width: 'owner', subjects: subjectsOf(anyOwner, any, owner) },
    {
      ...{ code: 'open-id', width: 'repository' },
      subjects: subjectsOf(anyOwner, any, { immutable: part.id }),
    },
    {
      ...{ code: 'pull-request', width: 'repository' },
      subjects: subjectsOf(anyOwner, pulls, { named: 0, immutable: 0 }),
    },
    { code: 'any-ref', width: 'repository', subjects: subjectsOf(anyOwner, refs, context) },
    {
      ...{ code: 'any-environment', width: 'repository' },
      subjects: subjectsOf(anyOwner, unguarded, context),
    },
  ];
}

/** @param open what must be left open, by form; a form that it does not name is left out */
function subjectsOf(
  owner: Places,
  contexts: readonly Places[],
  open: { readonly named?: number; readonly immutable: number },
): readonly Subject[] {
  const { named, immutable } = open;
  return contexts.flatMap((context) => [
    ...(named === undefined ? [] : [{ places: namedPlaces(owner, anyName, context), open: named }]),
    { places: immutablePlaces(owner, anyName, context), open: immutable },
  ]);
}
