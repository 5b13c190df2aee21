/** `*` for any text and `?` for any character, in time that does not grow with the stars. */
export function isLike(value: string, pattern: string): boolean {
  let [at, to, star, back] = [0, 0, -1, 0];
  while (at < value.length) {
    if (pattern[to] === '*') {
      star = to;
      back = at;
      to += 1;
    } else if (to < pattern.length && (pattern[to] === '?' || pattern[to] === value[at])) {
      at += 1;
      to += 1;
    } else if (star >= 0) {
      to = star + 1;
      back += 1;
      at = back;
    } else return false;
  }
  while (pattern[to] === '*') to += 1;
  return to === pattern.length;
}

/** The same for ARNs: each of the six parts between colons by itself. */
export function isArnLike(value: string, pattern: string): boolean {
  const [parts, wanted] = [arnParts(value), arnParts(pattern)];
  if (parts === null || wanted === null) return false;
  return parts.every((part, index) => isLike(part, wanted[index] ?? ''));
}

function arnParts(text: string): readonly string[] | null {
  const parts = text.split(':');
  if (parts.length < 6 || parts[0] !== 'arn') return null;
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}
