import type { Language, VerbName } from '@sekisho/contract';
import type { Field } from './manifest.ts';

/** What the command tree says in people's words. Loading it costs more than all the rest of a start. */
export interface Texts {
  /** One line of help about a verb. */
  readonly verbSummary: (language: Language, name: VerbName) => string;
  /** The Japanese word for a verb's command, or null where it is the English one. */
  readonly japaneseWord: (name: VerbName) => string | null;
  /** How an option of a field shows its value, and its line of help. */
  readonly fieldTexts: (
    language: Language,
    verb: VerbName,
    field: Field,
  ) => { readonly placeholder: string; readonly help: string };
  /** The same words with a verb's other names replaced by its own: `ops 停止 …` → `ops stop …`. */
  readonly withOwnWords: (argv: readonly string[]) => readonly string[];
  /** Cells that a text takes in a terminal. */
  readonly displayWidth: (text: string) => number;
}
