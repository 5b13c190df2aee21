/** The number in `count` decimal digits at `at`; -1 when any of them is no digit. */
export function digitsAt(bytes: Buffer, at: number, count: number): number {
  let number = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = (bytes[index] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/**
 * Seconds written as a decimal (`0.123`, `12`), in microseconds and rounded up, so that a time is
 * never judged shorter than it was.
 * @returns -1 when the text is no such number
 */
export function microsecondsOf(bytes: Buffer, from: number, to: number): number {
  let whole = 0;
  let at = from;
  for (; at < to && bytes[at] !== 46; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    whole = whole * 10 + digit;
  }
  if (at === from || at - from > 9) return -1;
  if (at === to) return whole * 1_000_000;
  return fraction(bytes, at + 1, to, whole);
}

function fraction(bytes: Buffer, from: number, to: number, whole: number): number {
  let micros = whole;
  let more = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    if (at - from < 6) micros = micros * 10 + digit;
    else if (digit > 0) more = 1;
  }
  for (let digits = to - from; digits < 6; digits += 1) micros *= 10;
  return to === from ? -1 : micros + more;
}
