/*
 * The part of `accounts:` that was discovered: whole lines between two comments, at the indentation
 * of the accounts.
 */

const begin = '# sekisho begin: discovered; what is written here is overwritten';
const end = '# sekisho end';
const begins = /^\s*# sekisho begin(:|$)/;
const ends = /^\s*# sekisho end$/;

/** A file taken apart at the comments. */
export interface Apart {
  readonly before: readonly string[];
  /** Null where the file has no such part. */
  readonly block: readonly string[] | null;
  readonly after: readonly string[];
}

/** Lines with their ends; null when the comments do not tell which part is ours. */
export function takeBlockApart(text: string): Apart | null {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const at = (pattern: RegExp) =>
    lines.flatMap((line, index) => (pattern.test(line.trimEnd()) ? [index] : []));
  const [first, ...otherBegins] = at(begins);
  const [last, ...otherEnds] = at(ends);
  if (first === undefined && last === undefined) return { before: lines, block: null, after: [] };
  if (first === undefined || last === undefined || last < first) return null;
  if (otherBegins.length + otherEnds.length > 0) return null;
  return {
    before: lines.slice(0, first),
    block: lines.slice(first + 1, last),
    after: lines.slice(last + 1),
  };
}

/** The part as text. @param lines without indentation and ends */
export function blockText(lines: readonly string[], indent: string, newline: string): string {
  return [begin, ...lines, end].map((line) => `${indent}${line}${newline}`).join('');
}
