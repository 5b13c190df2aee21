/** Deeper than any GraphQL answer: its depth is that of the query. */
const maximumDepth = 10_000;
/** Lists and objects in one body; each costs tens of bytes of memory once parsed. */
const maximumNodes = 4_000_000;
/** Characters below which no text can reach either limit in a way that hurts. */
const smallText = 1 << 20;

/** What JSON text holds, or that it holds nothing that can be used. */
export type Parsed = { readonly value: unknown } | null;

/**
 * Parses text that anyone may have written; answers null for what is not JSON. A byte order mark
 * is skipped (RFC 8259, section 8.1), of duplicate keys the last counts, as in every browser.
 * Large text is weighed first: parsing 50 MB of `[` would take gigabytes.
 */
export function parseJson(text: string): Parsed {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (text.length > smallText && tooHeavy(text)) return null;
  try {
    return { value: JSON.parse(start === 0 ? text : text.slice(1)) as unknown };
  } catch {
    return null;
  }
}

/** Counts brackets outside strings, once over the text. */
function tooHeavy(text: string): boolean {
  let depth = 0;
  let nodes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      nodes += 1;
      if (depth > maximumDepth || nodes > maximumNodes) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}

/** Where the string that begins at a quote ends; the end of the text when it does not. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x22) return at;
  }
  return text.length;
}
