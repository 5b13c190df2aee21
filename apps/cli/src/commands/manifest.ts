import type { VerbName } from '@sekisho/contract';
import manifest from '@sekisho/contract/manifest.json' with { type: 'json' };

/** One input field of a verb, as plain data. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly many: boolean;
  readonly required: boolean;
  readonly format?: string;
  readonly choices?: readonly string[];
}

/** One verb as plain data: reading it costs no zod. */
export interface VerbSpec {
  readonly name: VerbName;
  readonly effect: 'read' | 'write' | 'approve';
  readonly positional: readonly string[];
  readonly examples: readonly string[];
  readonly fields: readonly Field[];
}

export const verbs = manifest as readonly VerbSpec[];

/** The long option of a field: `breakGlass` → `--break-glass`. */
export function optionOf(field: { readonly name: string }): string {
  return `--${field.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The words of a verb, its group first: `lease.stop-all` → `['lease', 'stop-all']`. */
export function wordsOf(name: string): readonly string[] {
  return name.split('.');
}
