import { blockText, takeBlockApart } from './managed-block.ts';
import { placeOfBlock } from './place-block.ts';

/**
 * Puts the lines of discovered accounts into a sekisho.yaml: in place of those of before, or after
 * the last account. Every other character stays as it is.
 * @param lines one account each, without indentation
 * @returns null where nobody can tell where they belong: torn comments, accounts in braces
 */
export function writeAccounts(text: string, lines: readonly string[]): string | null {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const apart = takeBlockApart(text);
  if (apart === null) return null;
  const { before, block, after } = apart;
  if (block !== null) {
    const indent = indentOf(text);
    return [...before, blockText(lines, indent, newline), ...after].join('');
  }
  if (lines.length === 0) return text;
  const place = placeOfBlock(text);
  if (place.kind === 'nowhere') return null;
  if (place.kind === 'new')
    return `${closed(text, newline)}accounts:${newline}${blockText(lines, '  ', newline)}`;
  const head = closed(text.slice(0, place.offset), newline);
  return `${head}${blockText(lines, place.indent, newline)}${text.slice(place.offset)}`;
}

/** That of the comment that opens the part. */
function indentOf(text: string): string {
  return /^( *)# sekisho begin/m.exec(text)?.[1] ?? '  ';
}

function closed(text: string, newline: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}${newline}`;
}
