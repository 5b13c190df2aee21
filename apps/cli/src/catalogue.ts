import type { Language, VerbName } from '@sekisho/contract';
import { plainWidth } from '@sekisho/words/plain-width';
import { fieldHelp, verbHelp, verbOfWord, verbWords } from '@sekisho/words/verbs';
import { isGroup } from './commands/groups.ts';
import type { Field } from './commands/manifest.ts';
import type { Texts } from './commands/texts-shape.ts';

/** What the catalogue of `words` says about commands. */
export const catalogue: Texts = {
  verbSummary: (language, name) => verbHelp(name, language),
  japaneseWord,
  fieldTexts,
  withOwnWords,
  // Every text of help is ours and plain; the tables for all the rest would cost a third of a start.
  displayWidth: (text) => plainWidth(text) ?? text.length,
};

/** The Japanese word for a verb's command, or null where it is the English one. */
function japaneseWord(name: VerbName): string | null {
  const { en, ja } = verbWords[name].command;
  return en === ja ? null : ja;
}

/** How an option of a field shows its value, and its line of help. */
function fieldTexts(language: Language, verb: VerbName, field: Field) {
  const placeholder = field.format === 'text' ? 'text' : (field.format ?? field.name);
  const choices = field.choices === undefined ? '' : ` (${field.choices.join(', ')})`;
  return { placeholder, help: fieldHelp(verb, field.name, language) + choices };
}

/** The same words with a verb's other names replaced by its own: `ops 停止 …` → `ops stop …`. */
function withOwnWords(argv: readonly string[]): readonly string[] {
  const at = argv.findIndex(isGroup);
  const [group, word] = argv.slice(at, at + 2);
  if (at < 0 || group === undefined || word === undefined) return argv;
  const verb = verbOfWord(group, word);
  return verb === null ? argv : argv.with(at + 1, verb.slice(group.length + 1));
}
