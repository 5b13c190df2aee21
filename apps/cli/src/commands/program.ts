import type { Language } from '@sekisho/contract';
import { Command } from 'commander';
import own from '../../package.json' with { type: 'json' };
import type { Host } from '../host.ts';
import { addGlobalOptions } from './global-options.ts';
import { groupSummary } from './groups.ts';
import { explain } from './help.ts';
import { addLocalCommands, groupFor, localCommands } from './local-commands.ts';
import { optionOf, type VerbSpec, verbs, wordsOf } from './manifest.ts';
import { allOptions } from './options.ts';
import { extraOptions } from './refinements.ts';
import type { Take } from './take.ts';
import type { Texts } from './texts-shape.ts';

/** Builds the command tree: every verb of the manifest, and the commands of this machine. */
export function buildProgram(host: Host, texts: Texts, take: Take): Command {
  const { language } = host;
  const program = new Command('sekisho').enablePositionalOptions().helpCommand(false);
  program.description(groupSummary(language, 'sekisho'));
  program.version(
    own.version,
    '--version',
    { en: 'show the version', ja: 'バージョンを表示' }[language],
  );
  addGlobalOptions(program, language);
  const local = new Set(localCommands.map(({ words, verb }) => verb ?? words.join('.')));
  for (const verb of verbs)
    if (!local.has(verb.name)) addVerb(program, verb, { host, texts, take });
  addLocalCommands(program, host, take);
  explain(program, language, texts);
  return program;
}

/** A list takes every word that is left. */
function argumentOf(verb: VerbSpec, position: string): string {
  const many = verb.fields.find(({ name }) => name === position)?.many === true;
  return many ? `[${position}...]` : `[${position}]`;
}

interface Building {
  readonly host: Host;
  readonly texts: Texts;
  readonly take: Take;
}

function addVerb(program: Command, verb: VerbSpec, building: Building): void {
  const { host, texts, take } = building;
  const { language } = host;
  const words = wordsOf(verb.name);
  const command = parentFor(program, words.slice(0, -1), language).command(words.at(-1) ?? '');
  command.description(texts.verbSummary(language, verb.name));
  const other = texts.japaneseWord(verb.name);
  if (other !== null) command.alias(other);
  for (const position of verb.positional) command.argument(argumentOf(verb, position));
  command.allowExcessArguments(); // said in our own words, once the rest is understood
  addFieldOptions(command, verb, building);
  for (const extra of extraOptions[verb.name] ?? []) {
    command.option(extra.flags, extra.text[language]);
  }
  addGlobalOptions(command, language);
  command.action(() => {
    const asked = { words: command.args, options: allOptions(command) };
    take(async () => (await import('../verbs/run-verb.ts')).runVerb(host, verb, asked));
  });
}

/** The group of a verb, or the verb under whose own word it stands, which the manifest has before it. */
function parentFor(program: Command, words: readonly string[], language: Language): Command {
  const [group = '', ...below] = words;
  return below.reduce(
    (parent, word) => parent.commands.find((one) => one.name() === word) ?? parent,
    groupFor(program, group, language),
  );
}

function addFieldOptions(command: Command, verb: VerbSpec, { host, texts }: Building): void {
  for (const field of verb.fields) {
    if (field.type === 'object') continue;
    const text = texts.fieldTexts(host.language, verb.name, field);
    const flag = optionOf(field);
    if (field.type === 'boolean') command.option(flag, text.help);
    else if (!field.many) command.option(`${flag} <${text.placeholder}>`, text.help);
    else command.option(`${flag} <${text.placeholder}>`, text.help, gather);
  }
}

function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
