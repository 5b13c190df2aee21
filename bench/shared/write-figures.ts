import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../../docs/performance.md', import.meta.url);

/** Puts a benchmark's figures between its two marks in docs/performance.md. Errors: throws when the marks are missing. */
export function writeFigures(bench: string, markdown: string): void {
  const text = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- figures of ${bench}: begin -->`, `<!-- figures of ${bench}: end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${bench}`);
  writeFileSync(file, `${text.slice(0, from + begin.length)}\n\n${markdown}\n\n${text.slice(to)}`);
}
