import type { VerbName } from '@sekisho/contract';
import type { Pair } from '@sekisho/words/language';
import type { Command } from 'commander';
import type { Host } from '../host.ts';
import type { Asked } from './options.ts';

/** An option of a command's own. */
export interface LocalOption {
  /** `--window <span>`, or a bare `--strict`. */
  readonly flags: string;
  readonly help: Pair;
  /** The only words that it takes; any when unsaid. */
  readonly choices?: readonly string[];
  /** It may be given several times: its value is then a list. */
  readonly many?: true;
}

/** A command that is no verb: its words, its help, and its work (loaded only when it is wanted). */
export interface LocalCommand {
  readonly words: readonly [string] | readonly [string, string];
  /** The verb whose command line it is. */
  readonly verb?: VerbName;
  /** `[file]`, or `[files...]`. */
  readonly argument?: string;
  readonly help: Pair;
  /** Command lines that show how it is used, without `sekisho`. */
  readonly examples?: readonly string[];
  readonly options?: readonly LocalOption[];
  readonly hidden?: true;
  /** Everything after its words belongs to another program's command line. */
  readonly passThrough?: true;
  readonly work: (host: Host, asked: Asked, program: Command) => Promise<number>;
}
