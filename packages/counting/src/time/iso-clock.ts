import { minuteOf, noMinute } from './calendar.ts';
import { digitsAt } from './digits.ts';

const length = 16; // of `2026-10-04T00:01`

/**
 * Reads the minute of `YYYY-MM-DDTHH:MM` at a position; `noMinute` when it is none. It remembers
 * the minute before: logs hold many lines of one minute, and comparing 16 bytes is cheaper than
 * parsing them.
 */
export function createIsoClock(): (bytes: Buffer, at: number) => number {
  const last = new Uint8Array(length);
  let lastMinute = noMinute;
  return (bytes, at) => {
    // From the end, where times differ first.
    let index = length - 1;
    while (index >= 0 && bytes[at + index] === last[index]) index -= 1;
    if (index < 0) return lastMinute;
    const minute = parse(bytes, at);
    if (minute === noMinute) return noMinute;
    lastMinute = minute;
    for (let each = 0; each < length; each += 1) last[each] = bytes[at + each] ?? 0;
    return minute;
  };
}

function parse(bytes: Buffer, at: number): number {
  if (bytes[at + 4] !== 45 || bytes[at + 7] !== 45) return noMinute; // -
  if (bytes[at + 10] !== 84 || bytes[at + 13] !== 58) return noMinute; // T :
  return minuteOf(
    digitsAt(bytes, at, 4),
    digitsAt(bytes, at + 5, 2),
    digitsAt(bytes, at + 8, 2),
    digitsAt(bytes, at + 11, 2),
    digitsAt(bytes, at + 14, 2),
  );
}

/**
 * Where `:SS`, with or without a fraction, ends; -1 when the text is none.
 * @param at of the colon
 */
export function secondsEnd(bytes: Buffer, at: number, to: number): number {
  const seconds = digitsAt(bytes, at + 1, 2);
  if (bytes[at] !== 58 || seconds < 0 || seconds > 59 || at + 3 > to) return -1;
  if (bytes[at + 3] !== 46 || at + 3 === to) return at + 3;
  let end = at + 4;
  while (end < to && isDigit(bytes[end] ?? 0)) end += 1;
  return end === at + 4 ? -1 : end;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
