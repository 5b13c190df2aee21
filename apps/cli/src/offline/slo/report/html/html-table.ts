import { escape } from './escape.ts';

/** A table under its title, figures to the right; nothing when there is no row. */
export function htmlTable(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return '';
  const cells = (row: readonly string[], tag: 'td' | 'th') =>
    row
      .map((text, index) => `<${tag}${index === 0 ? '' : ' class="n"'}>${escape(text)}</${tag}>`)
      .join('');
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
  return `<div><h3>${escape(title)}</h3><div class="scroll"><table><thead><tr>${cells(heads, 'th')}</tr></thead><tbody>${body}</tbody></table></div></div>`;
}
