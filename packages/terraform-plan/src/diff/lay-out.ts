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
  const written: string[] = [];
  let depth = 0;
  for (const [index, piece] of pieces.entries()) {
    if (/^[{[]/.test(piece) && !isClosing(pieces[index + 1])) {
      depth += 1;
      if (depth > deepest) return null;
      written.push(piece, lineAt(depth));
    } else if (isClosing(piece) && !/^[{[]/.test(pieces[index - 1] ?? '')) {
      depth -= 1;
      written.push(lineAt(depth), piece);
    } else {
      written.push(spaced(piece, depth));
    }
  }
  const laidOut = written.join('');
  return laidOut.includes('\n') ? laidOut : null;
}

function spaced(piece: string, depth: number): string {
  if (piece === ',') return piece + lineAt(depth);
  if (piece === ':') return `${piece} `;
  // However a character is escaped, it is the same one.
  return piece.startsWith('"') ? JSON.stringify(JSON.parse(piece)) : piece;
}

function isClosing(piece: string | undefined): boolean {
  return piece === '}' || piece === ']';
}

function lineAt(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
