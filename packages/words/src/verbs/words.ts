import type { InputOf, VerbName } from '@sekisho/contract';
import type { Pair } from '../language.ts';

/** How one verb is called and explained to people. */
export interface VerbWords<Name extends VerbName = VerbName> {
  /** Short name of the action, as on a button or a page. */
  readonly title: Pair;
  /** One line of help. */
  readonly help: Pair;
  /** The word after `/ops` or `sekisho ops`; the English one is the verb's own name. */
  readonly command: Pair;
  /** Help for each field of the input. */
  readonly fields: { readonly [Field in keyof Required<InputOf<Name>> & string]: Pair };
}

/** The words of some verbs, each with help for exactly its own fields. */
export type WordsOf<Names extends VerbName> = { readonly [Name in Names]: VerbWords<Name> };
