/** Comments are beyond this reading; names, durations and numbers are one token each. */
const tokens = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|[()[\]{}]|[^\s"'`()[\]{}+-]+|[+-]/g;
/** Whatever else stands between two expressions changes which label sets come out. */
const others = /[*/%^<>=!#"'`]|^(?:or|and|unless|atan2|bool|on|ignoring|group_left|group_right)$/i;
/** After these a sign belongs to what follows it. */
const signed = /(?:^|[^\w)\]}])$|^offset$|^\d[\d.]*e$/i;
const scalar = /^(?:[\d.]|(?:inf|nan)\b|(?:scalar|time|pi)\s*\()/i;

/**
 * A query of which a term may have no series: what a sum or a difference has of others stays.
 *
 * In PromQL `a - b` is nothing at all while `b` has no series, and so is `a + b`: all of `a` would be
 * lost where only a zero is missing. Products and comparisons are left as they are.
 */
export function survivingAbsence(query: string): string {
  const text = withoutBrackets(query.trim());
  const at = lastSign(text);
  if (at === null) return query;
  const [left, right] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if ([left, right].some((term) => term === '' || scalar.test(withoutBrackets(term)))) return query;
  const [a, b] = [`(${survivingAbsence(left)})`, `(${survivingAbsence(right)})`];
  return text[at] === '+' ? `${a} + ${b} or ${a} or ${b}` : `${a} - ${b} or ${a}`;
}

/** Where the last sign between two terms stands; null when there is none, or other operators too. */
function lastSign(text: string): number | null {
  let [depth, before]: [number, string] = [0, ''];
  let found: number | null = null;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth -= 1;
    else if (depth === 0 && others.test(token)) return null;
    else if (depth === 0 && /^[+-]$/.test(token) && !signed.test(before)) found = index;
    before = token;
  }
  return found;
}

function withoutBrackets(text: string): string {
  if (!text.startsWith('(')) return text;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if ('([{'.includes(token)) depth += 1;
    if (')]}'.includes(token)) depth -= 1;
    if (depth > 0) continue;
    const whole = index === text.length - 1;
    return whole ? withoutBrackets(text.slice(1, -1).trim()) : text;
  }
  return text;
}
