/** Pieces of a pattern: an escape, a class, a group's head, or one character. */
const pieces =
  /\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]?|\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]?|\(\?(?:P?<[^>]*>|[imsU-]*[:)]|[\s\S]?[=!]?)|\{\d+(?:,\d*)?\}|[\s\S]/g;

/**
 * Whether RE2 might take a pattern. Only what it surely refuses is told: brackets that do not
 * match, a repetition of nothing, and what it leaves out, such as a look ahead.
 * (github.com/google/re2/wiki/Syntax.)
 */
export function isRegex(pattern: string): boolean {
  let open = 0;
  /** What a repetition would stand after: nothing, something, or a repetition. */
  let after: 'nothing' | 'one' | 'repeated' | 'lazy' = 'nothing';
  for (const [piece] of pattern.matchAll(pieces)) {
    if (/^\\(?:[1-9CG-MORTUVXYZceg-moquy]?)$/.test(piece)) return false;
    if (piece.startsWith('[') && !/^\[\^?\]?[\s\S]*[^\\]\]$|^\[[\s\S]*\\\\\]$/.test(piece))
      return false;
    if (/^\(\?(?:<?[=!]|>)/.test(piece)) return false;
    const isFlags = /^\(\?[imsU-]*\)$/.test(piece);
    if (piece.startsWith('(') && !isFlags) open += 1;
    if (piece === ')') open -= 1;
    if (open < 0) return false;
    if (/^(?:[*+?]|\{\d.*\})$/.test(piece)) {
      const isLazy: boolean = after === 'repeated' && piece === '?';
      if ((after !== 'one' && !isLazy) || !isCount(piece)) return false;
      after = isLazy ? 'lazy' : 'repeated';
    } else after = (piece.startsWith('(') && !isFlags) || piece === '|' ? 'nothing' : 'one';
  }
  return open === 0;
}

/** RE2 repeats at most 1000 times. */
function isCount(piece: string): boolean {
  const [least = 0, most = least] = [...piece.matchAll(/\d+/g)].map(Number);
  return least <= most && most <= 1000;
}
