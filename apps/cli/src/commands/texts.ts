import type { Language } from '@sekisho/contract';
import { isGroup } from './groups.ts';
import { localCommands } from './local-commands.ts';
import { verbs } from './manifest.ts';
import type { Texts } from './texts-shape.ts';

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

/** Whether the word after a group is a command's own name, and so needs no catalogue. */
function isOwnName(group: string | undefined, word: string | undefined): boolean {
  if (word === undefined || verbs.some(({ name }) => name === `${group ?? ''}.${word}`))
    return true;
  return localCommands.some(({ words }) => words[0] === group && words[1] === word);
}
