import type { Language } from '@sekisho/contract';
import { verbWords } from '@sekisho/words';
import { verbs } from '../shared/manifest.ts';

export interface HelpLine {
  readonly verb: string;
  /** The command up to its arguments: `/ops start`. */
  readonly start: string;
  /** Its required arguments, as placeholders. */
  readonly rest: string;
  readonly help: string;
}

const most = 6;

/** Commands that what is typed could become; nothing once the arguments are being typed. */
export function commandHelp(typed: string, language: Language): HelpLine[] {
  const text = typed.trimStart().normalize('NFKC');
  if (!text.startsWith('/')) return [];
  return verbs
    .filter(({ name }) => name.startsWith('ops.'))
    .map(({ name, fields }) => {
      const { command, help } = verbWords[name];
      const needed = fields.filter(({ required }) => required).map((field) => `<${field.name}>`);
      return {
        verb: name,
        start: `/ops ${command[language]}`,
        english: `/ops ${command.en}`,
        rest: needed.join(' '),
        help: help[language],
      };
    })
    .filter(({ start, english }) =>
      [start, english].some((known) => known.startsWith(text.trimEnd())),
    )
    .slice(0, most);
}
