import type { Language, VerbName } from '@sekisho/contract';
import { isGroup } from './groups.ts';
import { type Field, verbs } from './manifest.ts';

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

/** Names alone: enough to understand a command line of own words, and for the outermost help in English. */
const bareTexts: Texts = {
  verbSummary: () => '',
  japaneseWord: () => null,
  fieldTexts: (_, __, field) => ({ placeholder: field.name, help: '' }),
  withOwnWords: (argv) => argv,
  displayWidth: (text) => text.length,
};

/** The texts that a command line needs to be understood and, if it asks for help, explained. */
export async function textsFor(argv: readonly string[], language: Language): Promise<Texts> {
  const at = argv.findIndex(isGroup);
  const wantsHelp = argv.some((word) => word === '--help' || word === '-h');
  const explained = wantsHelp && (at >= 0 || language === 'ja');
  const own = at < 0 || isOwnName(argv[at], argv[at + 1]);
  if (own && !explained) return bareTexts;
  return (await import('../catalogue.ts')).catalogue;
}

/** Whether the word after a group is a verb's own name, and so needs no catalogue. */
function isOwnName(group: string | undefined, word: string | undefined): boolean {
  return word === undefined || verbs.some(({ name }) => name === `${group ?? ''}.${word}`);
}
