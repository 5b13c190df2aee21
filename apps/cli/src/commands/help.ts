import type { Language } from '@sekisho/contract';
import type { Command } from 'commander';
import { localCommands } from './local-commands.ts';
import { verbs, wordsOf } from './manifest.ts';
import { pathOf } from './path-of.ts';
import type { Texts } from './texts-shape.ts';

const headings: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
};

const exampleHeading = { en: 'For example:', ja: '例:' } as const satisfies Record<
  Language,
  string
>;

const wholeExample =
  'ops start --environment staging --for 30m --reason "look at the slow query" --wait';

/** Makes every help text begin with an example, in the reader's language and with wide characters measured right. */
export function explain(command: Command, language: Language, texts: Texts): void {
  command.configureHelp({
    displayWidth: texts.displayWidth,
    subcommandTerm: (one) => [one.name(), ...one.aliases()].join(', '),
    // Our own lines name the choices, in the reader's language.
    optionDescription: (option) => option.description,
    styleTitle: (title) => (language === 'ja' ? (headings[title] ?? title) : title),
  });
  const examples = examplesOf(command);
  if (examples.length > 0) {
    const lines = examples.map((example) => `  sekisho ${example}\n`).join('');
    command.addHelpText('before', `${exampleHeading[language]}\n${lines}`);
  }
  for (const one of command.commands) explain(one, language, texts);
}

function examplesOf(command: Command): readonly string[] {
  const own = pathOf(command);
  if (own === '') return [wholeExample];
  const verb = verbs.find((one) => wordsOf(one.name).join(' ') === own);
  const local = localCommands.find(({ words }) => words.join(' ') === own);
  const first = verbs.find((one) => wordsOf(one.name)[0] === own);
  const firstLocal = localCommands.find(({ words }) => words[0] === own);
  // A command that does a verb and works over files as well shows both.
  const both = [...(verb?.examples ?? []), ...(local?.examples ?? [])];
  return both.length > 0 ? both : ((first ?? firstLocal)?.examples ?? []);
}
