import type { Language } from '@sekisho/contract';
import { Command } from 'commander';
import { groupSummary, placeholderOf, verbSummary, wordFor } from '../catalogue.ts';
import type { Host } from '../host.ts';
import { addGlobalOptions, type GlobalOptions } from './global-options.ts';
import { addLocalCommands } from './local-commands.ts';
import { optionOf, type VerbSpec, verbs, wordsOf } from './manifest.ts';
import { extraOptions } from './refinements.ts';

/** What a command line asked for, with every option in one place. */
export interface Asked {
  readonly words: readonly string[];
  readonly options: GlobalOptions & Readonly<Record<string, unknown>>;
}

/** Takes a command's work: it is done after parsing, so that a command line is understood first. */
export type Take = (work: () => Promise<number>) => void;

/** Builds the command tree: every verb of the manifest, and the commands of this machine. */
export function buildProgram(host: Host, take: Take): Command {
  const program = new Command('sekisho').enablePositionalOptions();
  program.description(groupSummary(host.language, 'sekisho'));
  program.option('--version', host.language === 'ja' ? 'バージョンを表示' : 'show the version');
  addGlobalOptions(program, host.language);
  for (const verb of verbs) addVerb(program, verb, host, take);
  addLocalCommands(program, host, take);
  return program;
}

/** The subcommand that holds a group of verbs, made when first asked for. */
export function groupOf(program: Command, name: string, language: Language): Command {
  const known = program.commands.find((command) => command.name() === name);
  if (known !== undefined) return known;
  const group = program.command(name).description(groupSummary(language, name));
  const other = wordFor(name);
  if (other !== null) group.alias(other);
  group.helpCommand(false);
  return addGlobalOptions(group, language);
}

/** The options of a command and of those above it; what stands nearest the end wins. */
export function allOptions(command: Command): Asked['options'] {
  const above = command.parent === null ? {} : allOptions(command.parent);
  return { ...above, ...command.opts() };
}

function addVerb(program: Command, verb: VerbSpec, host: Host, take: Take): void {
  const { language } = host;
  const [groupName, name] = wordsOf(verb.name);
  const command = groupOf(program, groupName, language).command(name);
  command.description(verbSummary(language, verb.name));
  const other = wordFor(verb.name);
  if (other !== null) command.alias(other);
  for (const position of verb.positional) command.argument(`[${position}]`);
  command.allowExcessArguments(); // said in our own words, once the rest is understood
  addFieldOptions(command, verb, language);
  for (const extra of extraOptions[verb.name] ?? []) {
    command.option(extra.flags, extra.text[language]);
  }
  addGlobalOptions(command, language);
  command.action(() => {
    const asked = { words: command.args, options: allOptions(command) };
    take(async () => (await import('../verbs.ts')).runVerb(host, verb, asked));
  });
}

function addFieldOptions(command: Command, verb: VerbSpec, language: Language): void {
  for (const field of verb.fields) {
    if (field.type === 'object') continue;
    const text = placeholderOf(language, verb.name, field);
    const flag = optionOf(field);
    if (field.type === 'boolean') command.option(flag, text.help);
    else if (!field.many) command.option(`${flag} <${text.placeholder}>`, text.help);
    else command.option(`${flag} <${text.placeholder}>`, text.help, gather);
  }
}

function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
