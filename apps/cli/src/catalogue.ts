import type { Language } from '@sekisho/contract';
import type { Field } from './commands/manifest.ts';

export function groupSummary(_language: Language, name: string): string {
  return name;
}
export function verbSummary(_language: Language, name: string): string {
  return name;
}
export function wordFor(_name: string): string | null {
  return null;
}
export function placeholderOf(_language: Language, _verb: string, field: Field) {
  return { placeholder: field.format ?? field.name, help: field.name };
}
