import type { Command } from 'commander';

/** The words of a command after the program's own name: `ops sessions grep`. */
export function pathOf(command: Command): string {
  const words: string[] = [];
  for (let one = command; one.parent; one = one.parent) words.unshift(one.name());
  return words.join(' ');
}
