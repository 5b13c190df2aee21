import type { Path, Place } from '../../problems/index.ts';
import type { OpensloDocument, Version } from '../model.ts';
import { pathIn } from '../versions/path-in.ts';

/** Versions that documents can be converted to. */
export type Target = Exclude<Version, 'openslo.com/v2alpha'>;
export const targets = ['openslo/v1', 'openslo/v1alpha'] as const satisfies readonly Target[];

/** Why a whole document cannot be said in a version. */
export type Unsayable = 'kind' | 'composite' | 'raw' | 'bad-events' | 'no-indicator';

/** Facts of what a conversion did to a document besides writing it down. */
export interface ChangeFacts {
  /** The target has no place for it. */
  readonly 'left-out': { readonly what: string; readonly to: string };
  readonly 'document-left-out': {
    readonly kind: string;
    readonly name: string;
    readonly reason: Unsayable;
    readonly to: string;
  };
  readonly 'method-replaced': { readonly from: string; readonly as: string; readonly to: string };
  readonly rounded: { readonly from: string; readonly as: string };
  readonly 'query-as-json': { readonly to: string };
  readonly 'reference-as-type': { readonly value: string; readonly to: string };
  /** The target needs it and the source does not say it. */
  readonly added: { readonly key: string; readonly value: string; readonly to: string };
  readonly 'said-otherwise': { readonly from: string; readonly as: string; readonly to: string };
  readonly 'written-out': { readonly kind: string; readonly name: string; readonly to: string };
  readonly 'bad-as-good': { readonly as: string; readonly to: string };
  readonly split: { readonly names: readonly string[]; readonly to: string };
  readonly 'template-kept': { readonly template: string };
}

export type ChangeName = keyof ChangeFacts;

/**
 * `lost` is gone; `changed` means something else now; `added` was needed and is a guess;
 * `rewritten` means the same in other words.
 */
export type Effect = 'lost' | 'changed' | 'added' | 'rewritten';

export const effects: Readonly<Record<ChangeName, Effect>> = {
  'left-out': 'lost',
  'document-left-out': 'lost',
  'method-replaced': 'changed',
  rounded: 'changed',
  'query-as-json': 'changed',
  'reference-as-type': 'changed',
  added: 'added',
  'said-otherwise': 'rewritten',
  'written-out': 'rewritten',
  'bad-as-good': 'rewritten',
  split: 'rewritten',
  'template-kept': 'rewritten',
};

interface ChangeOf<Name extends ChangeName> {
  readonly code: Name;
  readonly effect: Effect;
  readonly facts: ChangeFacts[Name];
  /** Where it stood in the document that was read. */
  readonly place: Place;
}

/** One thing that a conversion did not carry over as it was. */
export type Change = { [Name in ChangeName]: ChangeOf<Name> }[ChangeName];

/** Collects changes; the path is that of the common model (openslo/v1's names). */
export type Note = <Name extends ChangeName>(
  document: OpensloDocument,
  code: Name,
  path: Path,
  facts: ChangeFacts[Name],
) => void;

/** Notes changes into a list, each with its place in the file. */
export function notesInto(changes: Change[]): Note {
  return (document, code, path, facts) => {
    const place = document.placeOf(pathIn(document.version, path), 'key');
    changes.push({ code, effect: effects[code], facts, place } as Change);
  };
}
