import { Lexer } from 'yaml';

const maximumDepth = 64;
const maximumAliases = 2_000;
/** A line indented further than this is nested deeper than any definition. */
const maximumIndent = 500;
const scalarFollows = '\u001f';

/**
 * Finds what would exhaust the parser before it is asked: its own recursion has no limit, and
 * each alias makes it search all anchors.
 */
export function lexicalFault(text: string): 'too-deep' | 'alias-bomb' | null {
  let open = 0;
  let dashes = 0;
  let aliases = 0;
  let lineStart = true;
  let inScalar = false;
  for (const token of new Lexer().lex(text)) {
    const first = token[0];
    if (inScalar) inScalar = false;
    else if (token === scalarFollows) inScalar = true;
    else if (first === '[' || first === '{') open += 1;
    else if (first === ']' || first === '}') open = Math.max(0, open - 1);
    else if (first === '*') aliases += 1;
    else if (token === '-' || token === '?') dashes += 1;
    else if (first === ' ' && lineStart && token.length > maximumIndent) return 'too-deep';
    lineStart = token.endsWith('\n');
    if (lineStart) dashes = 0;
    if (open > maximumDepth || dashes > maximumDepth) return 'too-deep';
    if (aliases > maximumAliases) return 'alias-bomb';
  }
  return null;
}
