import { cleanLine } from '../../../../print/clean.ts';

/** Text that is safe between tags and in quoted attributes: no markup, no control or bidirectional character. */
export function escape(text: string): string {
  return cleanLine(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
