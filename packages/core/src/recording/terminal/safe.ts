import { createTokenizer, type Token } from './tokens.ts';

/** Modes that change only what is on the screen: wrapping, cursor, the other screen. Source: xterm, "DEC Private Mode Set". */
export const harmlessModes: ReadonlySet<string> = new Set([
  '7',
  '12',
  '25',
  '47',
  '1047',
  '1048',
  '1049',
]);
/** The same without a question mark: inserting, and line feeds that begin a line. */
export const harmlessPlainModes: ReadonlySet<string> = new Set(['4', '20']);
/** Sequences that move, erase, scroll, insert, delete and colour. */
const harmlessFinals = new Set('@ABCDEFGHJKLMPSTXZ`abdefmrsu'.split(''));
/** Bell is none: a recording full of it would ring. */
const harmlessControls = new Set([0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d]);

/**
 * Leaves of what was written to a terminal only what stays within its screen, so that whoever plays it
 * loses neither their clipboard nor their title, and no terminal answers it.
 */
export function createSafeWriter(): { push(piece: string): string; end(): void } {
  const tokenizer = createTokenizer();
  return {
    push: (piece) => tokenizer.push(piece).map(written).join(''),
    end: () => void tokenizer.end(),
  };
}

function written(token: Token): string {
  switch (token.kind) {
    case 'text':
      return token.text;
    case 'control':
      return harmlessControls.has(token.code) ? String.fromCharCode(token.code) : '';
    case 'csi':
      return isHarmless(token.parameters, token.final)
        ? `\u001b[${token.parameters}${token.final}`
        : '';
    case 'dropped':
      return '';
  }
}

function isHarmless(parameters: string, final: string): boolean {
  if (final === 'h' || final === 'l') {
    if (/^[0-9;]*$/.test(parameters)) return harmlessPlainModes.has(parameters);
    return (
      parameters.startsWith('?') &&
      parameters
        .slice(1)
        .split(';')
        .every((one) => harmlessModes.has(one))
    );
  }
  // Long numbers would have a terminal move or repeat for ever.
  return harmlessFinals.has(final) && /^\d{0,4}(?:[;:]\d{0,4}){0,20}$/.test(parameters);
}
