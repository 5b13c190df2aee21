import { scrub } from '../../platform/scrub.ts';
import type { SeenCommand } from '../audit/reader.ts';

/** Commands that the index holds of one session, the first ones. */
const mostCommands = 20_000;
const longest = 2000;

/**
 * Commands on their way into the index: one line each, without control characters, which a terminal
 * would act on, and without what looks like a secret, which would lie there for years.
 */
export function createCommandList(): {
  readonly commands: readonly SeenCommand[];
  add(commands: readonly SeenCommand[]): void;
  isFull(): boolean;
} {
  const commands: SeenCommand[] = [];
  let isFull = false;
  return {
    commands,
    add(more) {
      for (const { at, text } of more) {
        if (commands.length === mostCommands) isFull = true;
        else commands.push({ at, text: indexed(text) });
      }
    },
    isFull: () => isFull,
  };
}

/** One line without control characters and without what looks like a secret, of bounded length. */
export function indexed(text: string): string {
  // Scrubbed before it is cut: half a secret is not known for one.
  const plain = scrub(
    text
      .slice(0, longest * 4)
      .replace(unprintable, '�')
      .replace(/\s+/g, ' '),
  );
  return plain.length > longest
    ? `${plain.slice(0, longest).toWellFormed()}…`
    : plain.toWellFormed();
}

/** Controls but white space, what turns the direction of writing, and halves of characters. */
const unprintable = /(?!\s)[\p{Cc}\p{Cs}]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
