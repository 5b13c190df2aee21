import type { InputOf } from '@sekisho/contract';
import type { FieldInfo } from '../shared/manifest.ts';

/** What is typed so far: text by field, `yes` for a ticked box. */
export type Draft = Readonly<Record<string, string>>;

/** The input of `ops.start` from what was typed: empty fields are left out, boxes become booleans. */
export function inputOf(draft: Draft, fields: readonly FieldInfo[]): InputOf<'ops.start'> {
  const entries = fields.flatMap(({ name, type }): [string, string | boolean][] => {
    const text = draft[name]?.trim() ?? '';
    if (text === '') return [];
    return [[name, type === 'boolean' ? true : text]];
  });
  return Object.fromEntries(entries) as InputOf<'ops.start'>;
}

/** Required fields that are still empty. */
export function missingFields(draft: Draft, fields: readonly FieldInfo[]): string[] {
  return fields
    .filter(({ name, required }) => required && (draft[name]?.trim() ?? '') === '')
    .map(({ name }) => name);
}
