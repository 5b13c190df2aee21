const star = 42;
const question = 63;

/** Whether the bytes of a range fit a pattern. */
export type BytePattern = (bytes: Buffer, from: number, to: number) => boolean;

/**
 * Compiles a pattern as load balancers' path rules have it: `*` stands for any characters, `/`
 * among them, `?` for exactly one; case counts. A byte that only continues a UTF-8 character and
 * follows none is no character, so `?` does not stand for it. Takes time in proportion to text ×
 * pattern at worst, whatever the text.
 * Source: Elastic Load Balancing, "Path conditions".
 */
export function compileGlob(pattern: string): BytePattern {
  const wanted = Buffer.from(pattern.replace(/\*+/g, '*'));
  if (!pattern.includes('*') && !pattern.includes('?')) return exactly(wanted);
  const stem = wanted.subarray(0, -1);
  if (wanted.at(-1) === star && !stem.includes(star) && !stem.includes(question)) {
    return beginning(stem);
  }
  return (bytes, from, to) => fits(wanted, bytes, from, to);
}

function exactly(wanted: Buffer): BytePattern {
  const begins = beginning(wanted);
  return (bytes, from, to) => to - from === wanted.length && begins(bytes, from, to);
}

function beginning(stem: Buffer): BytePattern {
  const { length } = stem;
  return (bytes, from, to) => {
    if (to - from < length) return false;
    for (let index = 0; index < length; index += 1) {
      if (bytes[from + index] !== stem[index]) return false;
    }
    return true;
  };
}

/** Goes on greedily and, when stuck, lets the last star take one character more. */
function fits(wanted: Buffer, bytes: Buffer, from: number, to: number): boolean {
  let at = from;
  let want = 0;
  let starAt = -1;
  let resume = from;
  while (at < to) {
    const symbol = wanted[want];
    if (symbol === star) {
      starAt = want;
      want += 1;
      resume = at;
    } else if (symbol === question && want < wanted.length && !continues(bytes[at])) {
      at = characterEnd(bytes, at, to);
      want += 1;
    } else if (want < wanted.length && symbol === bytes[at]) {
      at += 1;
      want += 1;
    } else if (starAt >= 0) {
      resume += 1;
      at = resume;
      want = starAt + 1;
    } else return false;
  }
  while (wanted[want] === star) want += 1;
  return want === wanted.length;
}

/** Where the UTF-8 character that begins at `at` ends: `?` stands for a character, not for a byte of it. */
function characterEnd(bytes: Buffer, at: number, to: number): number {
  let end = at + 1;
  if ((bytes[at] ?? 0) < 0xc0) return end;
  while (end < to && continues(bytes[end])) end += 1;
  return end;
}

function continues(byte = 0): boolean {
  return (byte & 0xc0) === 0x80;
}
