import stringWidth from 'string-width';
import { plainWidth } from './plain-width.ts';

/** Columns that a terminal gives the text; a Japanese character takes two. */
export function displayWidth(text: string): number {
  return plainWidth(text) ?? stringWidth(text);
}

/** Fills up with spaces on the right to a width in columns; longer text stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

/** Fills up with spaces on the left, for figures. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - displayWidth(text))) + text;
}

/** Cuts text that is wider than so many columns and ends it with `…`; never cuts a character in two. */
export function truncate(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  if (columns <= 0) return '';
  let kept = '';
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const next = displayWidth(segment);
    if (width + next > columns - 1) break;
    kept += segment;
    width += next;
  }
  return `${kept}…`;
}
