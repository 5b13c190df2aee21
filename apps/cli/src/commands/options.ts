import type { Command } from 'commander';
import type { GlobalOptions } from './global-options.ts';

/** What a command line asked for, with every option in one place. */
export interface Asked {
  readonly words: readonly string[];
  readonly options: GlobalOptions & Readonly<Record<string, unknown>>;
}

/** The options of a command and of those above it; what stands nearest the end wins. */
export function allOptions(command: Command): Asked['options'] {
  const above = command.parent === null ? {} : allOptions(command.parent);
  return { ...above, ...command.opts() };
}
