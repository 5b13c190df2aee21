import type { Command, Option } from 'commander';
import { type Field, verbs, wordsOf } from '../commands/manifest.ts';
import { pathOf } from '../commands/path-of.ts';
import type { Host } from '../host.ts';
import { type KnownNames, namesFromServer } from './names.ts';

/** Prints what could stand where the last word is being typed, one candidate a line. */
export async function complete(
  host: Host,
  words: readonly string[],
  program: Command,
): Promise<number> {
  const typed = words.at(-1) ?? '';
  const names = namesFromServer(host, words);
  const all = await candidates(words.slice(0, -1), typed, program, names);
  const fitting = all.filter((one) => one.startsWith(typed) && isPlain(one));
  await host.stdout.write([...new Set(fitting)].map((one) => `${one}\n`).join(''));
  return 0;
}

async function candidates(
  before: readonly string[],
  typed: string,
  program: Command,
  names: KnownNames,
): Promise<readonly string[]> {
  const { command, option, positions } = walk(program, before);
  if (option !== null) return valuesOf(optionField(command, option), names);
  if (typed.startsWith('-')) return longOptions(command);
  if (command.commands.length > 0) {
    const visible = command.createHelp().visibleCommands(command);
    return visible.map((one) => one.name());
  }
  if (command.name() === 'completion') return ['bash', 'zsh', 'fish'];
  const position = verbOf(command)?.positional[positions];
  return valuesOf(fieldOf(command, position), names);
}

/** Follows the words before the cursor: the command, the option that awaits its value, the words taken by position. */
function walk(program: Command, before: readonly string[]) {
  let command = program;
  let option: Option | null = null;
  let positions = 0;
  for (const word of before) {
    if (option !== null) {
      option = null;
      continue;
    }
    const known = command.options.find((one) => one.long === word || one.short === word);
    if (known?.required) option = known;
    if (word.startsWith('-')) continue;
    const next = command.commands.find((one) => [one.name(), ...one.aliases()].includes(word));
    if (next === undefined) positions += 1;
    else command = next;
  }
  return { command, option, positions };
}

function verbOf(command: Command) {
  const own = pathOf(command);
  return verbs.find(({ name }) => wordsOf(name).join(' ') === own);
}

function fieldOf(command: Command, name: string | undefined): Field | undefined {
  return verbOf(command)?.fields.find((field) => field.name === name);
}

function optionField(command: Command, option: Option): Partial<Field> | undefined {
  if (option.long === '--as') return { format: 'hat' };
  if (option.long === '--lang') return { choices: ['en', 'ja'] };
  return fieldOf(command, option.attributeName());
}

async function valuesOf(
  field: Partial<Field> | undefined,
  names: KnownNames,
): Promise<readonly string[]> {
  if (field?.choices !== undefined) return field.choices;
  if (field?.format === 'duration') return ['15m', '30m', '1h', '2h'];
  return field?.format === undefined ? [] : names(field.format);
}

function longOptions(command: Command): readonly string[] {
  const visible = command.createHelp().visibleOptions(command);
  return visible.flatMap(({ long }) => (long === undefined || long === null ? [] : [long]));
}

/** Names that need no quoting in any shell; others are left for the person to type. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N}_@.:+-]+$/u.test(text);
}
