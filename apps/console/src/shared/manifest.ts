import type { VerbName } from '@sekisho/contract';
import manifest from '@sekisho/contract/manifest.json' with { type: 'json' };

/** A field of a verb's input, as forms need to know it. */
export interface FieldInfo {
  readonly name: string;
  readonly type: string;
  readonly many: boolean;
  readonly required: boolean;
  readonly format?: string;
  readonly choices?: readonly string[];
}

export interface VerbInfo {
  readonly name: VerbName;
  readonly effect: 'read' | 'write' | 'approve';
  readonly role: 'read-only' | 'member' | 'sre' | 'admin';
  readonly fields: readonly FieldInfo[];
}

/** Every verb as plain data; made from the contract, so it cannot drift from it. */
export const verbs = manifest as readonly unknown[] as readonly VerbInfo[];

export function fieldsOf(name: VerbName): readonly FieldInfo[] {
  return verbs.find((verb) => verb.name === name)?.fields ?? [];
}
