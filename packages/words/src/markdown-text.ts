/** Text of people on one line, in which no character of Markdown or HTML does anything. */
export function safe(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>#|~!&]/g, (sign) =>
      sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`,
    );
}

/** Ids, which hold no backtick. */
export function code(id: string): string {
  return `\`${id.replaceAll(/[`\s\p{Cc}]/gu, '')}\``;
}

export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
