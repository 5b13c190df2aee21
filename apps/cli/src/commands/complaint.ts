import type { Command, CommanderError } from 'commander';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';

/** Says in one line what commander found wrong with a command line, and what to do. */
export function complaint(
  host: Host,
  error: CommanderError,
  program: Command,
  argv: readonly string[],
): Failure {
  const understood = deepest(program, argv);
  const command = pathOf(understood);
  const value = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const meant = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(error.message)?.[1];
  const hint = meant === undefined ? '' : say(host, 'did-you-mean', { value: meant });
  const bad = (line: string) => new Failure('bad-input', line);
  switch (error.code) {
    case 'commander.unknownOption':
      return bad(say(host, 'unknown-option', { value, hint, command }));
    case 'commander.unknownCommand':
      return bad(say(host, 'unknown-command', { value, hint, command }));
    case 'commander.optionMissingArgument':
      return bad(say(host, 'option-without-value', { value, command }));
    case 'commander.invalidArgument': {
      const [, option = '', given = '', choices = ''] =
        /'(--[\w-]+)[^']*' argument '([^']*)' is invalid\. Allowed choices are (.*)\.$/.exec(
          error.message,
        ) ?? [];
      return bad(say(host, 'not-a-choice', { option, choices, value: given }));
    }
    case 'commander.help': {
      const choices = understood.commands.map((one) => one.name()).join(', ');
      return bad(say(host, 'which-command', { command, choices }));
    }
    default:
      return bad(say(host, 'bad-command-line', { value: sentenceOf(error.message), command }));
  }
}

/** The last command that the words name, as far as they can be followed. */
function deepest(program: Command, argv: readonly string[]): Command {
  let command = program;
  for (const word of argv) {
    const next = command.commands.find((one) => [one.name(), ...one.aliases()].includes(word));
    if (next !== undefined) command = next;
  }
  return command;
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

function sentenceOf(message: string): string {
  const text = message.replace(/^error: /, '').replace(/\.?$/, '.');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
