/** Whether EC2's filter values (`*` any run, `?` one character, `\` escapes) match a value. */
export function matchesAny(patterns: readonly string[], value: string): boolean {
  return patterns.some((pattern) => matches(pattern, value));
}

function matches(pattern: string, value: string): boolean {
  if (!/[*?\\]/.test(pattern)) return pattern === value;
  const source = pattern.replace(/\\(.)|[\s\S]/g, (piece, escaped: string | undefined) => {
    if (escaped !== undefined) return literal(escaped);
    if (piece === '*') return '[\\s\\S]*';
    return piece === '?' ? '[\\s\\S]' : literal(piece);
  });
  return new RegExp(`^${source}$`, 'u').test(value);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
