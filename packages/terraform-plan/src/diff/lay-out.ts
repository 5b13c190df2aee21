/** Larger or deeper ones are shown as they are written. */
const longest = 200_000;
const deepest = 60;

/**
 * JSON over several lines; null for text that is none, or is one line only. It is laid out piece by
 * piece and never made anew from its value: of that, large numbers and repeated names would be lost.
 */
export function layOut(text: string): string | null {
  if (!/^\s*[[{]/.test(text) || text.length > longest || !isJson(text)) return null;
  const pieces = text.match(/"[^"\\]*(?:\\.[^"\\]*)*"|[^\s{}[\],:"]+|[{}[\],:]/g) ?? [];
  let [written, depth] = ['', 0];
  for (const [index, piece] of pieces.entries()) {
    if (isOpening(piece) && !isClosing(pieces[index + 1])) {
      depth += 1;
      if (depth > deepest) return null;
      written += piece + lines[depth];
    } else if (isClosing(piece) && !isOpening(pieces[index - 1])) {
      depth -= 1;
      written += lines[depth] + piece;
    } else {
      written += spaced(piece, depth);
    }
  }
  return written.includes('\n') ? written : null;
}

/** The beginning of a line at each depth. */
const lines = Array.from({ length: deepest + 1 }, (_, depth) => `\n${'  '.repeat(depth)}`);

function spaced(piece: string, depth: number): string {
  if (piece === ',') return piece + lines[depth];
  if (piece === ':') return `${piece} `;
  // However a character is escaped, it is the same one.
  return piece.startsWith('"') && piece.includes('\\') ? JSON.stringify(JSON.parse(piece)) : piece;
}

function isOpening(piece: string | undefined): boolean {
  return piece === '{' || piece === '[';
}

function isClosing(piece: string | undefined): boolean {
  return piece === '}' || piece === ']';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
