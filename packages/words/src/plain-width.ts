/*
 * Characters that stand alone in their cells whatever stands beside them: printable ASCII, the
 * signs that our own texts use, kana and kanji, and full-width forms. Combining marks are left out.
 */
const plain =
  /^[\x20-\x7e\u00b7\u2013-\u2026\u2190-\u2193\u2500-\u259f\u25b2\u25cb-\u25d0\u2713\u2715\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;

const firstWide = 0x3000;

/**
 * Columns of plain text: Latin, Japanese, and the signs of the house. Null for text that holds
 * anything else, which takes tables that are slow to load.
 */
export function plainWidth(text: string): number | null {
  if (!plain.test(text)) return null;
  let columns = 0;
  for (let at = 0; at < text.length; at += 1) columns += text.charCodeAt(at) < firstWide ? 1 : 2;
  return columns;
}
