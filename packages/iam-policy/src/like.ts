/** Characters, and among them {@link anyText} and {@link anyCharacter}, which no character equals. */
export type Pattern = readonly string[];

export const anyText = '**';
export const anyCharacter = '??';

/** What a text is as a pattern: `*` for any text and `?` for any character. */
export function patternOf(text: string): Pattern {
  return text.split('').map(tokenOf);
}

/** The text that a pattern was written as. */
export function textOf(pattern: Pattern): string {
  return pattern.map((token) => token[0]).join('');
}

function tokenOf(character: string): string {
  if (character === '*') return anyText;
  return character === '?' ? anyCharacter : character;
}

/** Whether a value is as a pattern says, in time that does not grow with the stars. */
export function isLike(value: string, like: string | Pattern): boolean {
  const pattern = typeof like === 'string' ? patternOf(like) : like;
  let [at, to, star, back] = [0, 0, -1, 0];
  while (at < value.length) {
    if (pattern[to] === anyText) {
      star = to;
      back = at;
      to += 1;
    } else if (to < pattern.length && [anyCharacter, value[at]].includes(pattern[to])) {
      at += 1;
      to += 1;
    } else if (star >= 0) {
      to = star + 1;
      back += 1;
      at = back;
    } else return false;
  }
  while (pattern[to] === anyText) to += 1;
  return to === pattern.length;
}

/** The same for ARNs: each of the six parts between colons by itself. */
export function isArnLike(value: string, like: Pattern): boolean {
  const [parts, wanted] = [arnParts(value.split('')), arnParts(like)];
  if (parts === null || wanted === null) return false;
  return parts.every((part, index) => isLike(part.join(''), wanted[index] ?? []));
}

function arnParts(tokens: Pattern): readonly Pattern[] | null {
  const parts: string[][] = [[]];
  for (const token of tokens) {
    if (token === ':' && parts.length < 6) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.length === 6 && textOf(parts[0] ?? []) === 'arn' ? parts : null;
}
