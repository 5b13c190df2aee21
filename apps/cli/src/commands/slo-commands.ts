import type { LocalCommand } from './local-command.ts';

/** `sekisho slo …` over files: none of them needs a server. */
export const sloCommands: readonly LocalCommand[] = [];
